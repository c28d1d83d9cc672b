import { Button, Center, Checkbox, Group, Text, VisuallyHidden } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { EmptyState } from '../../../patterns/empty-state';
import { NothingFound } from '../../../patterns/nothing-found';
import { patternsText } from '../../../patterns/patterns.text';
import { QueryView } from '../../../patterns/query-view';
import { Panel } from '../../../ui/panel';
import { ChangeDetail } from './change-detail';
import { ChangeList } from './change-list';
import classes from './changes.module.css';
import type { ChangesSearch } from './changes-search';
import { changesText as text } from './changes.text';
import { DecisionButtons } from './decision-buttons';
import { useInbox } from './use-inbox';

type Inbox = ReturnType<typeof useInbox>;

function Selection({ list, rows, selected, pending, decide, selectAll, showAll }: Inbox) {
  return (
    <Group justify="space-between" px="md" py="sm">
      <Checkbox
        size="sm"
        label={selected.length > 0 ? text.selected(selected.length) : text.selectAll}
        checked={selected.length === rows.length}
        indeterminate={selected.length > 0 && selected.length < rows.length}
        onChange={(event) => selectAll(event.currentTarget.checked)}
      />
      {list.hasNextPage && selected.length === 0 && (
        <Button variant="subtle" size="compact-xs" loading={list.isFetchingNextPage} onClick={() => void showAll()}>
          {text.showAll}
        </Button>
      )}
      {selected.length > 0 && (
        <DecisionButtons size="xs" isNew={false} pending={pending} onDecide={(decision) => decide(selected, decision)} />
      )}
    </Group>
  );
}

function Panes({ inbox }: { inbox: Inbox }) {
  const { list, rows, current, marked, show, toggle, pending, decide } = inbox;
  return (
    <div className={classes['panes']}>
      <Panel flush>
        <Selection {...inbox} />
        <ChangeList rows={rows} openId={current?.id} selected={marked} onOpen={show} onSelect={toggle} />
        {list.hasNextPage && (
          <Center p="md">
            <Button variant="default" size="xs" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {patternsText.more}
            </Button>
          </Center>
        )}
      </Panel>
      {current ? (
        <ChangeDetail key={current.id} change={current} pending={pending} onDecide={(decision) => decide([current], decision)} />
      ) : (
        <Text size="sm" c="dimmed" p="md">
          {text.pick}
        </Text>
      )}
    </div>
  );
}

interface ChangesInboxProps {
  search: ChangesSearch;
  onSearch: (search: ChangesSearch) => void;
}

/** The changes that the address asks for, the one at hand beside them. Everything works from the keyboard. */
export function ChangesInbox({ search, onSearch }: ChangesInboxProps) {
  const inbox = useInbox(search, onSearch);
  const { item: _item, server: _server, ...filter } = search;
  const isNarrowed = Object.values(filter).some((value) => value !== undefined);
  return (
    <>
      <VisuallyHidden role="status" aria-live="polite">
        {inbox.list.isSuccess ? text.waiting(inbox.open) : ''}
      </VisuallyHidden>
      <QueryView query={inbox.list}>
        {() => {
          if (inbox.rows.length > 0) return <Panes inbox={inbox} />;
          if (isNarrowed) return <NothingFound onClear={() => onSearch({ server: search.server })} />;
          return (
            <EmptyState icon={IconCircleCheck} title={text.emptyTitle}>
              {text.empty}
            </EmptyState>
          );
        }}
      </QueryView>
      <Text size="xs" c="dimmed">
        {text.keys}
      </Text>
    </>
  );
}
