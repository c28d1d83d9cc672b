import { useLocation, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { InvitePage } from '../../features/auth/invite.page';
import { SetupPage } from '../../features/auth/setup.page';
import { SignInPage } from '../../features/auth/sign-in.page';
import { useCreateWorkspace } from '../../features/workspaces/workspaces.mutations';

/** `/setup#code`: makes the operator and the first workspace, then begins the guided start. */
export function SetupScreen() {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const create = useCreateWorkspace();
  const onReady = async (name: string) => {
    const made = await create.mutateAsync({ name }).catch(() => null);
    await navigate({ to: '/start', search: made ? { workspace: made.slug } : {}, replace: true });
  };
  return <SetupPage code={hash} onReady={onReady} />;
}

/** Back to where the person wanted to go. Only addresses of this console are followed. */
export function SignInScreen() {
  const { next, problem } = useSearch({ from: '/sign-in' });
  const { history } = useRouter();
  const target = next && /^\/(?![/\\])/.test(next) ? next : undefined;
  return <SignInPage next={target} problem={problem} onSignedIn={() => history.push(target ?? '/')} />;
}

/** `/invite#code`. */
export function InviteScreen() {
  const { hash } = useLocation();
  const navigate = useNavigate();
  return <InvitePage code={hash} onAccepted={() => void navigate({ to: '/', replace: true })} />;
}
