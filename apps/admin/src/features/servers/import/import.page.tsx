import { Page } from '../../../patterns/page';
import { AnchorLink } from '../../../ui/links';
import { serversText } from '../servers.text';
import { ImportChoice } from './import-choice';
import { ImportFill } from './import-fill';
import { ImportSource } from './import-source';
import { importText as text } from './import.text';
import { useImport } from './use-import';

/** From a document with many servers to those that were chosen, each with its own outcome. */
export function ImportPage() {
  const state = useImport();
  const trail = (
    <AnchorLink to="/catalogue" size="sm">
      {serversText.detail.back}
    </AnchorLink>
  );
  return (
    <Page title={text.title} lead={text.lead} trail={trail}>
      {state.preview.data ? <ImportChoice preview={state.preview.data} state={state} /> : <ImportSource state={state} />}
      {state.preview.data && <ImportFill state={state} />}
    </Page>
  );
}
