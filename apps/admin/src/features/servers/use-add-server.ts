import type { TestReport } from '@mcpnest/api-client';
import { useEffect, useState } from 'react';
import { ADD_STEPS, credentialsOf, EMPTY_DRAFT, loadDraft, saveDraft, transportOf, type AddDraft, type AddStep } from './add-draft';
import { useExpose } from './exposures.mutations';
import { useCreateServer } from './servers.mutations';
import { useSwitchOff } from './tools.mutations';

/** What was left here, unless something else is begun. */
function unfinished(start: AddDraft | null): AddDraft | null {
  const left = loadDraft();
  return start === null || left?.from?.entry === start.from?.entry ? left : null;
}

/** The state of the wizard: a draft that survives a reload, secrets that do not, and the way to save it all. */
export function useAddServer(onSaved: (slug: string) => void, start: AddDraft | null = null) {
  const [resumed] = useState(() => unfinished(start));
  const [draft, setDraft] = useState<AddDraft>(resumed ?? start ?? EMPTY_DRAFT);
  const [secrets, setSecrets] = useState<Record<string, string>>({});
  const [report, setReport] = useState<TestReport | null>(null);
  const [savedSlug, setSavedSlug] = useState<string | null>(null);
  const create = useCreateServer();
  const expose = useExpose();
  const switchOff = useSwitchOff();
  useEffect(() => saveDraft(draft.url === '' ? null : draft), [draft]);

  const change = (part: Partial<AddDraft>) => {
    if ('url' in part || 'headers' in part || 'auth' in part) setReport(null);
    setDraft((before) => ({ ...before, ...part }));
  };
  const goTo = (step: AddStep) => change({ step });
  const at = ADD_STEPS.indexOf(draft.step);
  const discard = () => {
    saveDraft(null);
    setDraft(EMPTY_DRAFT);
    setSecrets({});
    setReport(null);
    create.reset();
  };

  /** Saves the server, then publishes it. After a failure in between, saving again goes on from there. */
  const save = async () => {
    const credentials = credentialsOf(draft, secrets);
    const slug =
      savedSlug ??
      (
        await create.mutateAsync({
          name: draft.name.trim(),
          transport: transportOf(draft, secrets),
          ...(draft.from && { source: draft.from.source, documentationUrl: draft.from.documentationUrl }),
          ...(draft.description.trim() ? { description: draft.description.trim() } : {}),
          ...(Object.keys(credentials).length > 0 ? { credentials } : {}),
        })
      ).slug;
    setSavedSlug(slug);
    for (const workspace of draft.workspaces) {
      await expose.mutateAsync({ slug: workspace, server: slug, ...(draft.prefix ? { toolPrefix: draft.prefix } : {}) });
      change({ workspaces: draft.workspaces.slice(draft.workspaces.indexOf(workspace) + 1) });
      if (draft.off.length > 0) await switchOff.mutateAsync({ slug: workspace, server: slug, tools: draft.off });
    }
    saveDraft(null);
    onSaved(slug);
  };

  return {
    draft,
    secrets,
    report,
    resumed: resumed !== null,
    change,
    setSecrets,
    setReport,
    goTo,
    discard,
    save,
    savedSlug,
    next: () => goTo(ADD_STEPS[Math.min(at + 1, ADD_STEPS.length - 1)]!),
    back: () => goTo(ADD_STEPS[Math.max(at - 1, 0)]!),
    at,
    pending: create.isPending || expose.isPending || switchOff.isPending,
    error: create.error ?? expose.error ?? switchOff.error,
  };
}
