/**
 * What `/proc/<pid>/stat` says behind the program's name, which stands in parentheses and may itself hold some: the state is first,
 * the parent second (proc_pid_stat(5), less three).
 */
export const statFields = (text: string): readonly string[] => text.slice(text.lastIndexOf(')') + 2).split(' ');
