import { Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { ROLES, type Role } from '@mcpnest/shared/permissions';
import { useState } from 'react';
import { FormModal } from '../../patterns/form-modal';
import { SecretOnce } from '../../patterns/secret-once';
import { useProblemForm } from '../../patterns/use-problem-form';
import { useInviteMember } from './members.mutations';
import { workspacesText } from './workspaces.text';

const text = workspacesText.members;

/** Invites by email and shows the one-time link. */
export function MemberInvite({ slug, opened, onClose }: { slug: string; opened: boolean; onClose: () => void }) {
  const invite = useInviteMember(slug);
  const [made, setMade] = useState<{ email: string; link: string } | null>(null);
  const { form, error, refuse, restart } = useProblemForm({
    initialValues: { email: '', role: 'developer' },
    validate: { email: (value) => (/^[^\s@]+@[^\s@]+$/.test(value.trim()) ? null : text.emailInvalid) },
  });
  const close = () => {
    setMade(null);
    invite.reset();
    restart();
    onClose();
  };
  const submit = form.onSubmit(({ email, role }) =>
    invite.mutate(
      { email: email.trim(), role: role as Role },
      {
        onSuccess: (member) => (member.inviteUrl ? setMade({ email: member.email, link: member.inviteUrl }) : close()),
        onError: refuse,
      },
    ),
  );
  if (made) {
    return (
      <Modal
        opened={opened}
        onClose={close}
        withCloseButton={false}
        closeOnClickOutside={false}
        closeOnEscape={false}
        title={<Text fw={650}>{text.linkTitle(made.email)}</Text>}
        size="lg"
      >
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {text.linkHint}
          </Text>
          <SecretOnce secret={made.link} label={text.link} onSaved={close} />
        </Stack>
      </Modal>
    );
  }
  return (
    <FormModal
      opened={opened}
      onClose={close}
      title={text.inviteTitle}
      lead={text.inviteLead}
      submitLabel={text.invite}
      canSubmit={form.values.email !== ''}
      pending={invite.isPending}
      error={error}
      onSubmit={submit}
    >
      <TextInput label={text.email} type="email" autoComplete="off" data-autofocus withAsterisk {...form.getInputProps('email')} />
      <Radio.Group label={text.role} {...form.getInputProps('role')}>
        <Stack gap="xs" mt="xs">
          {ROLES.map((role) => (
            <Radio key={role} value={role} label={role} description={text.roles[role]} />
          ))}
        </Stack>
      </Radio.Group>
    </FormModal>
  );
}
