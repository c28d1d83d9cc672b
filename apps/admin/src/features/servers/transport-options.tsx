import { Accordion, Alert, Radio, Select, Stack } from '@mantine/core';
import { CLIENT_CAPABILITIES, ERAS, type ClientCapabilities, type Era } from './add-draft';
import { serversText } from './servers.text';

const text = serversText.transport;
const TYPES = ['streamable-http', 'sse'] as const;

/** What is chosen of a remote transport besides its address and headers. */
export interface TransportChoice {
  type: (typeof TYPES)[number];
  era: Era;
  clientCapabilities: ClientCapabilities;
}

interface TransportOptionsProps extends TransportChoice {
  onChange: (change: Partial<TransportChoice>) => void;
}

/** Which transport, and under "Advanced" what hardly anybody has to choose. */
export function TransportOptions({ type, era, clientCapabilities, onChange }: TransportOptionsProps) {
  return (
    <Stack gap="md">
      <Select
        label={text.type}
        allowDeselect={false}
        data={TYPES.map((value) => ({ value, label: text.types[value] }))}
        value={type}
        onChange={(value) => value && onChange({ type: value as TransportChoice['type'] })}
      />
      {type === 'sse' && (
        <Alert color="yellow" variant="light">
          {text.sseHint}
        </Alert>
      )}
      <Accordion variant="contained" chevronPosition="left">
        <Accordion.Item value="advanced">
          <Accordion.Control>{text.advanced}</Accordion.Control>
          <Accordion.Panel>
            <Stack gap="md">
              {type === 'streamable-http' && (
                <Select
                  label={text.era}
                  description={text.eraHint}
                  allowDeselect={false}
                  data={ERAS.map((value) => ({ value, label: text.eras[value] }))}
                  value={era}
                  onChange={(value) => value && onChange({ era: value as Era })}
                />
              )}
              <Radio.Group
                label={text.capabilities}
                description={text.capabilitiesHint}
                value={clientCapabilities}
                onChange={(value) => onChange({ clientCapabilities: value as ClientCapabilities })}
              >
                <Stack gap="xs" mt="xs">
                  {CLIENT_CAPABILITIES.map((value) => (
                    <Radio key={value} value={value} label={text.capabilityOptions[value]} />
                  ))}
                </Stack>
              </Radio.Group>
            </Stack>
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </Stack>
  );
}
