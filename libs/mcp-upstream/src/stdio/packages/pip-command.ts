import type { Python } from './python.js';
import { runTool, type ToolOutcome, type ToolPlace } from './run-tool.js';

/**
 * Runs pip so that it can start no program: what is not a wheel would have to be built, and building runs its code. pip looks for
 * a few programs to describe the machine, and does without them. Musl's loader says its version, which pip needs.
 */
const PIP = `import runpy, sys
def refuse(event, args):
    if event in ('os.system', 'os.exec', 'os.posix_spawn', 'os.spawn', 'os.fork', 'os.forkpty') or (
        event == 'subprocess.Popen' and not str((args[1] or [''])[0]).startswith('/lib/ld-musl')):
        raise PermissionError('nothing is run while packages are installed')
sys.addaudithook(refuse)
sys.argv[0] = 'pip'
runpy.run_module('pip', run_name='__main__', alter_sys=True)`;

/** Runs pip to its end, as the machine's own configuration has it; nothing of a package is run or built. Never throws. */
export function runPip(python: Python, args: readonly string[], place: ToolPlace & { readonly cache: string }): Promise<ToolOutcome> {
  const always = ['--no-input', '--disable-pip-version-check', '--quiet', '--retries', '1', '--cache-dir', place.cache];
  return runTool(python.pip, ['-I', '-c', PIP, ...args, '--only-binary', ':all:', ...always], place);
}

/** The reason in pip's complaints, without addresses: they may hold names of hosts and credentials. */
export function reasonOfPip({ complaints }: ToolOutcome): string {
  const says = (words: RegExp): boolean => words.test(complaints);
  if (says(/DO NOT MATCH THE HASHES/)) return 'What the index sent is not what it announced.';
  if (says(/\b40[13] (Client )?Error/)) return 'The index refused the request; look at the pip configuration of this machine.';
  if (says(/connection broken|NewConnectionError|ConnectTimeout|ReadTimeout|SSLError|ProxyError|Max retries/i))
    return 'The index cannot be reached; look at the pip configuration of this machine.';
  if (says(/require a different python version|requires a different Python/i))
    return 'The package is not for the version of Python that this machine has.';
  if (says(/nothing is run while packages are installed/))
    return 'The package, or one that it depends on, is no wheel: building it would run its code.';
  if (says(/ResolutionImpossible/)) return 'The packages that it depends on do not go together.';
  if (says(/No matching distribution|Could not find a version/))
    return 'The index has no such version as a wheel, of the package or of one that it depends on. What comes as source alone would have to be built, which runs its code.';
  return complaints === '' ? 'pip did not come to an end in time.' : 'pip gave up; the log of pip on this machine says more.';
}
