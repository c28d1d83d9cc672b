/** Words of the page of permissions. */
export const permissionsText = {
  title: 'Permissions',
  lead: 'What each role may do. Everybody sees this page, so that you know what to ask for, and whom.',
  workspace: 'In a workspace',
  workspaceLead: 'An owner or admin gives these by a role, under Members. To everybody else a workspace does not exist.',
  installation: 'In the installation',
  installationLead: 'Operators hold these, and everything in every workspace. Another operator makes somebody one, under People.',
  permission: 'Permission',
  operators: 'operators',
  everybody: 'everybody',
  yes: 'yes',
  no: 'no',
  you: 'You are',
  operator: 'an operator of the installation',
  in: (role: string, workspace: string) => `${role} in ${workspace}`,
  nobody: 'in no workspace yet',
};
