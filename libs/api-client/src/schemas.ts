import type { components } from './generated/schema.js';

type Schemas = components['schemas'];

export type Me = Schemas['Me'];
export type ApiKey = Schemas['ApiKey'];
export type InvitePreview = Schemas['Invite'];
export type Workspace = Schemas['Workspace'];
export type Member = Schemas['Member'];
export type Token = Schemas['Token'];
export type CreatedToken = Schemas['CreatedToken'];
export type Transport = Schemas['CreateServerRequest']['transport'];
export type Server = Schemas['Server'];
export type TestReport = Schemas['TestReport'];
export type Version = Schemas['Version'];
export type LockChange = Schemas['LockChange'];
export type VersionDiff = Schemas['VersionDiff'];
export type ToolSummary = Schemas['ToolSummary'];
export type Credential = Schemas['Credential'];
export type Exposure = Schemas['Exposure'];
export type PublishedTool = Schemas['PublishedTool'];
export type PublishedPrompt = Schemas['PublishedPrompt'];
export type PublishedResource = Schemas['PublishedResource'];
export type Call = Schemas['Call'];
export type LedgerEntry = Schemas['LedgerEntry'];
export type ServerRequest = Schemas['ServerRequestView'];
export type NewServerRequest = Schemas['CreateServerRequestRequest'];
export type VersionStep = Schemas['VersionStep'];
export type CatalogueEntry = Schemas['CatalogueEntry'];
export type ChosenEntry = Schemas['ChosenEntry'];
export type ImportInput = Schemas['ImportInput'];
export type ImportPreview = Schemas['ImportPreview'];
export type ImportResult = Schemas['ImportResult'];
/** What an entry of a preview and of the bundled catalogue have in common. */
export type OfferedServer = Omit<Schemas['PreviewEntry'], 'slug'>;
export type PreviewEntry = Schemas['PreviewEntry'];
