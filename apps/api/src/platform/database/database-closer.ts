import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Takes hold of an application's database, to close it after the rooms have stopped. */
export function databaseCloser(app: INestApplicationContext): () => Promise<void> {
  const dataSource = app.get(DataSource);
  return async () => {
    if (dataSource.isInitialized) await dataSource.destroy();
  };
}
