import { Button, FileButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { exportSelection, useImportSelection } from './curation.mutations';
import { curationText } from './curation.text';

const text = curationText.selection;

function download(content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
  link.download = text.file;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** What the workspace decided about its tools, as a file: out, and in again. */
export function SelectionFile({ slug, mayWrite }: { slug: string; mayWrite: boolean }) {
  const take = useImportSelection(slug);
  const save = useMutation({
    mutationFn: () => exportSelection(slug),
    onSuccess: (selection) => download(JSON.stringify(selection, null, 2)),
  });
  const read = async (file: File | null) => {
    if (!file) return;
    try {
      const selection = JSON.parse(await file.text()) as Awaited<ReturnType<typeof exportSelection>>;
      take.mutate(selection, { onSuccess: ({ changed }) => notifications.show({ message: text.imported(changed) }) });
    } catch {
      notifications.show({ color: 'red', message: text.notJson });
    }
  };
  return (
    <>
      <Button size="xs" variant="default" leftSection={<IconDownload size={14} />} loading={save.isPending} onClick={() => save.mutate()}>
        {text.export}
      </Button>
      {mayWrite && (
        <FileButton accept="application/json" onChange={(file) => void read(file)}>
          {(props) => (
            <Button {...props} size="xs" variant="default" leftSection={<IconUpload size={14} />} loading={take.isPending}>
              {text.import}
            </Button>
          )}
        </FileButton>
      )}
    </>
  );
}
