import { objectText } from '../../json-rpc/write.js';
import { META_KEYS } from '../era.js';
import type { InputRequest } from './read-input-required.js';

/** Writes an `input_required` result. `serverInfoText`: raw JSON of the gateway's own Implementation. */
export function inputRequiredResult(requests: readonly InputRequest[], requestState: string, serverInfoText: string): string {
  const entries = requests.map(({ key, method, paramsText }): [string, string] => {
    const members: [string, string][] = [['method', JSON.stringify(method)]];
    if (paramsText !== undefined) members.push(['params', paramsText]);
    return [key, objectText(members)];
  });
  return objectText([
    ['resultType', '"input_required"'],
    ['inputRequests', objectText(entries)],
    ['requestState', JSON.stringify(requestState)],
    ['_meta', objectText([[META_KEYS.serverInfo, serverInfoText]])],
  ]);
}
