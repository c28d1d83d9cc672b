// Generated from apps/api/openapi.json by `npm run generate`. Do not edit.

export interface paths {
    "/api/gw/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open the event stream of a legacy session */
        get: operations["gateway_openStream"];
        put?: never;
        /** Send one MCP message */
        post: operations["gateway_exchangeMessage"];
        /** End a legacy session */
        delete: operations["gateway_endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My API keys */
        get: operations["auth_listApiKeys"];
        put?: never;
        /** Make an API key */
        post: operations["auth_createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key */
        delete: operations["auth_revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/chains/{chain}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Checkpoints and gaps of a chain */
        get: operations["audit_readEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/chains/{chain}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every row of a chain in its order, one JSON object a line */
        get: operations["audit_exportChain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/gap-acknowledgements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take note of missing call records; tells what is still open */
        post: operations["audit_acknowledgeGaps"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/gaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Call records that are missing and known to be, newest first */
        get: operations["audit_listGaps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Workspaces whose call records are kept in a way of their own */
        get: operations["audit_listPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/policies/{workspace}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change how call records of a workspace are kept */
        put: operations["audit_setPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/public-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The key that checkpoints are checked with */
        get: operations["audit_readPublicKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of call records, and how many are missing */
        get: operations["audit_readStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove that the ledger, and the call records of some days, are what was recorded */
        post: operations["audit_verifyCalls"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/invites/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an invitation and sign in */
        post: operations["auth_acceptInvite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/invites/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an invitation is for */
        post: operations["auth_readInvite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with email and password */
        post: operations["auth_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out of the console */
        post: operations["auth_logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How people can sign in here */
        get: operations["auth_readSignInMethods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the identity provider sends the browser back to */
        get: operations["auth_answerOidc"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Send the browser to the identity provider */
        get: operations["auth_startOidc"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/call-analytics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same over every workspace that you may look at */
        get: operations["audit_analyseCompanyCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/call-export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same over every workspace that you may look at */
        get: operations["audit_exportCompanyCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/call-histogram": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same over every workspace that you may look at */
        get: operations["audit_countCompanyCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Call records of every workspace that you may look at, newest first */
        get: operations["audit_listCompanyCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{callId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One call record */
        get: operations["audit_getCompanyCall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The catalogue that comes with the product, or what a registry offered when it was read last; needs no internet */
        get: operations["servers_listCatalogueEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue/entries/{entry}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One entry to add */
        get: operations["servers_readCatalogueEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tags and owners in use, to narrow the catalogue by */
        get: operations["servers_readCatalogueFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter many servers; each is entered whole or not at all */
        post: operations["servers_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a document of servers; nothing is stored */
        post: operations["servers_previewImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What servers list besides what was approved, newest first */
        get: operations["servers_listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/freezes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that is frozen anywhere, newest first */
        get: operations["servers_listFreezes"];
        put?: never;
        /** Freeze something in every workspace */
        post: operations["servers_freezeEverywhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/freezes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Lift any freeze */
        delete: operations["servers_liftFreeze"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures of the installation */
        get: operations["platform_readHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Administrative facts, newest first */
        get: operations["audit_listLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger-export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The filtered ledger as CSV or NDJSON; the ledger notes who took it */
        get: operations["audit_exportLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One administrative fact */
        get: operations["audit_readLedgerEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/local-servers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether local servers may run, where they do, and what keeps them apart */
        get: operations["servers_readLocalServers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/local-servers/packages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Packages that local servers run, and how far their installation has come */
        get: operations["servers_listLocalPackages"];
        put?: never;
        /** Install a package, or try again; nothing of it is run but the install scripts that are named */
        post: operations["servers_installLocalPackage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/local-servers/packages/newest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The exact newest version of a package */
        get: operations["servers_findNewestPackage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who I am and what I may do */
        get: operations["auth_readMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change my password; my other sessions end */
        post: operations["auth_changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where I am signed in */
        get: operations["auth_listMySessions"];
        put?: never;
        post?: never;
        /** Sign out everywhere else */
        delete: operations["auth_endMySessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of my sessions */
        delete: operations["auth_endMySession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oauth/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where authorization servers send the browser back to
         * @description Where it goes wrong, whoever asks for `text/html` gets a page instead of the problem document.
         */
        get: operations["servers_answerConnection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oauth/client.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The gateway as a client of authorization servers */
        get: operations["servers_readClientDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last 24 hours, and what needs attention, of every workspace that you may look at */
        get: operations["audit_overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People of the installation, with what they hold */
        get: operations["auth_listPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a person with their memberships, tokens, keys and sessions */
        delete: operations["auth_removePerson"];
        options?: never;
        head?: never;
        /** Make or unmake an operator; switch a person off or on */
        patch: operations["auth_changePerson"];
        trace?: never;
    };
    "/api/v1/people/{userId}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a person is signed in */
        get: operations["auth_listPersonSessions"];
        put?: never;
        post?: never;
        /** Sign a person out everywhere */
        delete: operations["auth_endPersonSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{userId}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tokens that would end with the person */
        get: operations["auth_listPersonTokens"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests within your reach: all for operators, those of your workspaces for their admins, else your own */
        get: operations["servers_listRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many open requests wait for you */
        get: operations["servers_countRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests/{request}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One request */
        get: operations["servers_readRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests/{request}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do what was asked for: it is approved and shown in the workspace */
        post: operations["servers_approveRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests/{request}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say who deals with it */
        post: operations["servers_assignRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests/{request}/assignees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who can deal with it */
        get: operations["servers_listRequestAssignees"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests/{request}/comment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say something about an open request */
        post: operations["servers_commentRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests/{request}/deny": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse it and say why; secrets given with it are dropped */
        post: operations["servers_denyRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests/{request}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try what is asked for, stage by stage, with the secrets given along */
        post: operations["servers_testRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests/{request}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back your own open request */
        post: operations["servers_withdrawRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/servers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The catalogue, newest first */
        get: operations["servers_listServers"];
        put?: never;
        /** Enter a server with its first version; it need not answer */
        post: operations["servers_createServer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/servers/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a transport stage by stage; nothing is stored */
        post: operations["servers_testConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/servers/{server}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One server, by slug or id */
        get: operations["servers_readServer"];
        put?: never;
        post?: never;
        /** Remove a server that no workspace exposes */
        delete: operations["servers_deleteServer"];
        options?: never;
        head?: never;
        /** Change name, slug, description, facts or the policy about unapproved definitions */
        patch: operations["servers_updateServer"];
        trace?: never;
    };
    "/api/v1/servers/{server}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a server lists besides what was approved, newest first */
        get: operations["servers_listServerChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/servers/{server}/changes/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide several changes alike: all of them or none */
        post: operations["servers_decideChanges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/servers/{server}/changes/{change}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Serve what is seen now from here on */
        post: operations["servers_approveChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/servers/{server}/changes/{change}/block": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Serve nothing of it, whatever the server lists, until it is approved */
        post: operations["servers_blockChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/servers/{server}/changes/{change}/keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on serving what was approved, and nothing where nothing was */
        post: operations["servers_keepApproved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/servers/{server}/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which credential slots are set; values can never be read */
        get: operations["servers_readCredentials"];
        /** Set credential slots, by value or by reference */
        put: operations["servers_setCredentials"];
        post?: never;
        /** Remove one credential, or all */
        delete: operations["servers_deleteCredentials"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/servers/{server}/credentials/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Former values: who set and who replaced them, the last hundred */
        get: operations["servers_readCredentialHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/servers/{server}/credentials/history/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a former value in force again */
        post: operations["servers_restoreCredential"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/servers/{server}/credentials/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try values on the newest version before they are set; nothing is stored */
        post: operations["servers_testCredentials"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/servers/{server}/exposures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the server is shown and whom a change of it reaches, in every workspace that is the caller’s business */
        get: operations["servers_listServerExposures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/servers/{server}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who moved which version of a server to which state, when and why; newest first */
        get: operations["audit_listVersionSteps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/servers/{server}/list-account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The account that the server is asked for its lists with */
        get: operations["servers_readListAccount"];
        put?: never;
        post?: never;
        /** Disconnect it; its tokens are taken back */
        delete: operations["servers_disconnectListAccount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/servers/{server}/list-account/connect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to connect it: says where to send the browser */
        post: operations["servers_connectListAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/servers/{server}/processes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What runs of a local server now, and what it last wrote to standard error */
        get: operations["servers_listProcesses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/servers/{server}/processes/restart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End its processes and forget its crashes; the next call starts it */
        post: operations["servers_restartProcesses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/servers/{server}/processes/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End its processes; a call starts it again */
        post: operations["servers_stopProcesses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/servers/{server}/sign-in/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find out how people would sign in to the server; stores nothing */
        post: operations["servers_testSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/servers/{server}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions of a server, newest first */
        get: operations["servers_listVersions"];
        put?: never;
        /** Add a version; the server need not answer */
        post: operations["servers_createVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/servers/{server}/versions/{from}/diff/{to}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What differs between two versions: transport, credential slots, definitions */
        get: operations["servers_diffVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/servers/{server}/versions/{number}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a version */
        post: operations["servers_approveVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/servers/{server}/versions/{number}/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an approved version out of service, wherever it is pinned; approving it puts it back */
        post: operations["servers_quarantineVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/servers/{server}/versions/{number}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject a version that waits for approval */
        post: operations["servers_rejectVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/servers/{server}/versions/{number}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retire a version that no workspace pins */
        post: operations["servers_retireVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How requests are approved */
        get: operations["servers_readApprovalSettings"];
        /** Change how requests are approved */
        put: operations["servers_setApprovalSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/egress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Addresses that upstream connections may reach although they are private */
        get: operations["servers_readEgress"];
        /** Replace the operators' egress rules */
        put: operations["servers_setEgress"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exports of call records that come by themselves */
        get: operations["audit_listExports"];
        put?: never;
        /** Take filtered calls out every hour or day, to a folder or an address */
        post: operations["audit_scheduleExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End an export; files that were written stay */
        delete: operations["audit_unscheduleExport"];
        options?: never;
        head?: never;
        /** Switch an export off or on */
        patch: operations["audit_changeExport"];
        trace?: never;
    };
    "/api/v1/settings/master-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which master keys wrap how many data keys, and how far a change has got */
        get: operations["platform_readMasterKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How people sign in through an identity provider */
        get: operations["auth_readOidc"];
        /** Set up the identity provider */
        put: operations["auth_setOidc"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/oidc/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read the discovery document of the saved provider */
        post: operations["auth_testOidc"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/registries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Registries that are kept here, and how their last rounds went */
        get: operations["servers_listRegistries"];
        put?: never;
        /** Keep a registry here; it is read at once */
        post: operations["servers_addRegistry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/registries/{registry}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget a registry and its entries; servers made of them stay */
        delete: operations["servers_removeRegistry"];
        options?: never;
        head?: never;
        /** Change a registry; another address is read from the beginning */
        patch: operations["servers_updateRegistry"];
        trace?: never;
    };
    "/api/v1/settings/registries/{registry}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read what changed in a registry now; the answer does not wait for it */
        post: operations["servers_syncRegistry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long gateway tokens may live */
        get: operations["workspaces_readTokenSettings"];
        /** Change how long gateway tokens may live; those that are there keep their time */
        put: operations["workspaces_setTokenSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where events are sent to */
        get: operations["audit_listWebhooks"];
        put?: never;
        /** Send events somewhere; the answer shows the secret this once */
        post: operations["audit_createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a webhook and its messages */
        delete: operations["audit_removeWebhook"];
        options?: never;
        head?: never;
        /** Change a webhook, or switch it off and on */
        patch: operations["audit_updateWebhook"];
        trace?: never;
    };
    "/api/v1/settings/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages of the last thirty days and what became of them, newest first */
        get: operations["audit_listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/webhooks/{id}/deliveries/{delivery}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a message again, with the same id */
        post: operations["audit_replayDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/webhooks/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret; the one before goes on signing for a day */
        post: operations["audit_rotateWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a message of the type webhook.test now */
        post: operations["audit_testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the first operator is still to be made */
        get: operations["auth_readSetup"];
        put?: never;
        /** Make the first operator and sign in */
        post: operations["auth_setup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The workspaces I can see */
        get: operations["workspaces_listWorkspaces"];
        put?: never;
        /** Make a workspace and become its owner */
        post: operations["workspaces_createWorkspace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One workspace */
        get: operations["workspaces_readWorkspace"];
        put?: never;
        post?: never;
        /** End a workspace with all its tokens */
        delete: operations["workspaces_deleteWorkspace"];
        options?: never;
        head?: never;
        /** Change name, slug, limits or the length of tool names */
        patch: operations["workspaces_updateWorkspace"];
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/audit-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How call records of the workspace are kept */
        get: operations["audit_readPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/call-analytics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the filtered calls amount to: over time, percentiles, and who and what most */
        get: operations["audit_analyseCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/call-export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The filtered calls as CSV or NDJSON; the ledger notes who took them */
        get: operations["audit_exportCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/call-histogram": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The filtered calls over time, by outcome */
        get: operations["audit_countCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/call-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Filters of the call log kept by a name: your own, and the shared ones */
        get: operations["audit_listCallViews"];
        put?: never;
        /** Keep filters by a name; shared ones need calls:read */
        post: operations["audit_saveCallView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/call-views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a view */
        delete: operations["audit_removeCallView"];
        options?: never;
        head?: never;
        /** Rename a view, or keep other filters by its name */
        patch: operations["audit_changeCallView"];
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Call records, newest first; developers see those of their own tokens */
        get: operations["audit_listCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/calls/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as they end, as server-sent events named call */
        get: operations["audit_streamCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/calls/{callId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One call record */
        get: operations["audit_getCall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/freezes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is frozen in a workspace, newest first */
        get: operations["servers_listWorkspaceFreezes"];
        put?: never;
        /** Freeze a tool, a server, a member, a token or all of a workspace */
        post: operations["servers_freezeInWorkspace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/freezes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Lift a freeze of a workspace */
        delete: operations["servers_liftWorkspaceFreeze"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What everything in a workspace may do, and where each limit comes from */
        get: operations["workspaces_listLimits"];
        /** Set the limits of one thing; what is left out or null is not bounded by it */
        put: operations["workspaces_setLimit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members, invited ones included */
        get: operations["workspaces_listMembers"];
        put?: never;
        /** Invite a person, or make a new link for an invited one */
        post: operations["workspaces_inviteMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/members/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a member with their tokens, or leave */
        delete: operations["workspaces_removeMember"];
        options?: never;
        head?: never;
        /** Change a member's role */
        patch: operations["workspaces_changeMemberRole"];
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/my-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Servers that want an account of the caller, and what is connected */
        get: operations["servers_listOwnAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/prompts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prompts of a workspace, published or not */
        get: operations["gateway_listPrompts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests of the workspace, newest first; developers see their own */
        get: operations["servers_listWorkspaceRequests"];
        put?: never;
        /** Ask for a server, a new version of one, or one of the catalogue */
        post: operations["servers_createRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Resources and resource templates of a workspace */
        get: operations["gateway_listResources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/servers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Servers of the workspace, in their order */
        get: operations["servers_listExposures"];
        put?: never;
        /** Show a server in the workspace */
        post: operations["servers_createExposure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/servers/{server}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a server out of the workspace */
        delete: operations["servers_deleteExposure"];
        options?: never;
        head?: never;
        /** Change version, prefix, position or whether it is shown */
        patch: operations["servers_updateExposure"];
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/servers/{server}/canary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The running canary, its calls beside those of the pinned version */
        get: operations["servers_getCanary"];
        put?: never;
        /** Serve some clients another approved version first */
        post: operations["servers_startCanary"];
        /** Serve everybody the pinned version again */
        delete: operations["servers_endCanary"];
        options?: never;
        head?: never;
        /** Change whom the canary serves; who has it keeps it while its share grows */
        patch: operations["servers_updateCanary"];
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/servers/{server}/canary/promote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pin the version of the canary for everybody */
        post: operations["servers_promoteCanary"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/servers/{server}/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which credential slots the workspace has set; values can never be read */
        get: operations["servers_readWorkspaceCredentials"];
        /** Set credential slots that the workspace has to override */
        put: operations["servers_setWorkspaceCredentials"];
        post?: never;
        /** Remove one override, or all */
        delete: operations["servers_deleteWorkspaceCredentials"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/servers/{server}/credentials/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Former values of the workspace: who set and who replaced them, the last hundred */
        get: operations["servers_readWorkspaceCredentialHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/servers/{server}/credentials/history/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a former value of the workspace in force again */
        post: operations["servers_restoreWorkspaceCredential"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/servers/{server}/credentials/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try values before they are set; nothing is stored */
        post: operations["servers_testWorkspaceCredentials"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/servers/{server}/my-account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Disconnect an account; its tokens are taken back */
        delete: operations["servers_disconnectOwnAccount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/servers/{server}/my-account/connect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to connect an account: says where to send the browser */
        post: operations["servers_connectOwnAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/servers/{server}/my-credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which credential slots the caller has set; values can never be read */
        get: operations["servers_readOwnCredentials"];
        /** Set credential slots that the caller has to override */
        put: operations["servers_setOwnCredentials"];
        post?: never;
        /** Remove one override, or all */
        delete: operations["servers_deleteOwnCredentials"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/servers/{server}/my-credentials/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Former values of the caller: who set and who replaced them, the last hundred */
        get: operations["servers_readOwnCredentialHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/servers/{server}/my-credentials/history/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a former value of the caller in force again */
        post: operations["servers_restoreOwnCredential"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/servers/{server}/my-credentials/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try values before they are set; nothing is stored */
        post: operations["servers_testOwnCredentials"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/servers/{server}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go back to an approved version */
        post: operations["servers_rollbackExposure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gateway tokens, newest first */
        get: operations["workspaces_listTokens"];
        put?: never;
        /** Make a gateway token */
        post: operations["workspaces_createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change name, tools, addresses or expiry of a living token; its value stays, and its clients follow within a second */
        patch: operations["workspaces_updateToken"];
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/tokens/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back a mistaken revoke, within an hour */
        post: operations["workspaces_restoreToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/tokens/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke a token; it is refused at once */
        post: operations["workspaces_revokeToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/tokens/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a new token in the place of one */
        post: operations["workspaces_rotateToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/tokens/{id}/take-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a member’s token a service token, which goes on working when they leave */
        post: operations["workspaces_takeOverToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/tools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tools of a workspace, published or not, with the gates each passed */
        get: operations["gateway_listTools"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Switch many tools on or off, or take their settings back */
        patch: operations["gateway_updateTools"];
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/tools/bill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the list of tools costs each client, and which tools nobody used for 30 days */
        get: operations["gateway_toolBill"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/tools/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why a token sees a tool or does not: every gate in order, and what to do */
        get: operations["gateway_explainTool"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/tools/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether new tools are shown, server by server */
        get: operations["gateway_listToolPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/tools/policies/{server}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Show new tools of a server, or keep them off until somebody decides */
        put: operations["gateway_setToolPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/tools/selection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the workspace decided about its tools, as one document */
        get: operations["gateway_exportSelection"];
        /** Take over what such a document says, all of it or nothing */
        put: operations["gateway_importSelection"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/tools/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Switch a tool on or off, give it another name or description, pin or hide parameters */
        patch: operations["gateway_updateTool"];
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/toolsets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sets of tools that tokens can be limited to, by name */
        get: operations["workspaces_listToolsets"];
        put?: never;
        /** Make a set of tools */
        post: operations["workspaces_createToolset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{slug}/toolsets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a set of tools that no token needs */
        delete: operations["workspaces_deleteToolset"];
        options?: never;
        head?: never;
        /** Change a set of tools; tokens limited to it follow within a second */
        patch: operations["workspaces_updateToolset"];
        trace?: never;
    };
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process runs */
        get: operations["platform_readLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process takes requests */
        get: operations["platform_readReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AcceptInviteRequest: {
            code: string;
            /** @description A new person's name; not needed from a known one. */
            name?: string;
            /**
             * Format: password
             * @description A new person's password to be, or a known one's password.
             */
            password?: string;
        };
        AccountServerRef: {
            id: string;
            name: string;
            slug: string;
        };
        AcknowledgeGapsRequest: {
            gaps: string[];
            /** @description What came of it. */
            note?: string | null;
        };
        AddRegistryRequest: {
            /** @default true */
            enabled?: boolean;
            /**
             * @description Minutes between two rounds.
             * @default 360
             */
            everyMinutes?: number;
            name: string;
            /** @description Where the registry lives, or the address of its list or of a file; its API is that of the official registry, v0.1. */
            url: string;
        };
        AffectedWorkspace: {
            activeTokens: number;
            name: string;
            slug: string;
        };
        ApiKey: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string | null;
            id: string;
            /** @description The last four characters, to tell keys apart. */
            last4: string;
            /** Format: date-time */
            lastUsedAt: string | null;
            name: string;
            scopes: string[] | null;
        };
        ApiKeyList: {
            data: components["schemas"]["ApiKey"][];
            nextCursor: string | null;
        };
        ApprovalSettings: {
            /** @description Whether what somebody asked for must be approved by somebody else. */
            fourEyes: boolean;
        };
        ApproveRequestRequest: {
            note?: string | null;
            /** @description Of a new server, in the place of the one asked for. */
            slug?: string;
            toolPrefix?: string | null;
        };
        AssignRequestRequest: {
            /** @description Who deals with it; null for nobody. */
            userId: string | null;
        };
        AttentionItem: {
            /** @description Failed calls, tokens or records. */
            count: number;
            /**
             * Format: date-time
             * @description Failed calls are counted from here.
             */
            from: string | null;
            /** @enum {string} */
            kind: "server-failing" | "tokens-expiring" | "tokens-unused" | "records-dropped";
            /** @description Slug of the server that fails. */
            server: string | null;
            /** @description Slug of the workspace it is about, if it is about one. */
            workspace: string | null;
        };
        AuditGap: {
            acknowledgement: components["schemas"]["GapAcknowledgement"] | null;
            chain: string | null;
            /** @description Records. */
            count: number;
            from: number | null;
            id: string;
            /**
             * @description The spool took no more; a file of it cannot be read; the database refuses them.
             * @enum {string}
             */
            reason: "full" | "corrupt" | "refused";
            /** Format: date-time */
            since: string;
            to: number | null;
            /** Format: date-time */
            until: string;
            writer: string;
        };
        AuditGapPage: {
            data: components["schemas"]["AuditGap"][];
            nextCursor: string | null;
        };
        AuditHealthView: {
            /** @description Call records taken since the start. */
            accepted: number;
            /** @description Places of the spool that could not be read. */
            damaged: number;
            /** @description Lost, because the spool could not be written to or was full. */
            dropped: number;
            /** Format: date-time */
            lastStoredAt: string | null;
            /** @description How long the oldest record waits, also one that a process left behind which is gone. */
            oldestWaitingSeconds: number;
            /** @description Stored for processes that are gone. */
            recovered: number;
            /** @description Set aside, because the database refuses them. */
            refused: number;
            spoolBytes: number;
            /** @description Written to the spool before their answers left. */
            spooled: number;
            stored: number;
            /** @description Of those dropped, how many are not yet noted among the gaps. */
            unnoted: number;
            /** @description In the spool until the database takes them. */
            waiting: number;
        };
        AuditPolicyList: {
            data: components["schemas"]["AuditPolicyView"][];
        };
        AuditPolicyView: {
            /** @description Nothing of this workspace is dropped. */
            legalHold: boolean;
            /**
             * @description Whether calls are answered only once their records are safe from power loss.
             * @enum {string|null}
             */
            mode: "available" | "strict" | null;
            name: string | null;
            /** @description Longer than the installation keeps them. */
            retentionDays: number | null;
            /** @description Null where the workspace is gone. */
            slug: string | null;
            /**
             * @description The installation’s.
             * @enum {string}
             */
            usualMode: "available" | "strict";
            /** @description The installation’s. */
            usualRetentionDays: number;
            workspaceId: string;
        };
        AuditPublicKey: {
            keyId: string;
            /** @description Ed25519, PEM. */
            publicKey: string;
        };
        AuditStatus: {
            /** @description Of the process that answers, since its start. */
            figures: components["schemas"]["AuditHealthView"];
            /**
             * @description Where a workspace has none of its own.
             * @enum {string}
             */
            mode: "available" | "strict";
            /** @description Missing records of all processes that nobody acknowledged. */
            open: components["schemas"]["OpenGaps"];
        };
        BilledServer: {
            bytes: number;
            calls: number;
            /**
             * Format: date-time
             * @description When the workspace began to show it.
             */
            exposedAt: string;
            /** @description The server's slug. */
            server: string;
            tokens: number;
            /** @description Published tools. */
            tools: number;
            unused: number;
        };
        BilledTool: {
            /** @description Of the definition in a list, in UTF-8. */
            bytes: number;
            /** @description In the last 30 days. */
            calls: number;
            /**
             * Format: date-time
             * @description Null: not in the last 30 days.
             */
            lastCalledAt: string | null;
            name: string | null;
            /** @description Whether clients see it, and so pay for it. */
            published: boolean;
            /** @description The server's slug. */
            server: string;
            /** @description An estimate: a quarter of the bytes. */
            tokens: number;
            /** @description The server's own name for it. */
            tool: string;
            /** @description Published, and not called in the last 30 days. */
            unused: boolean;
        };
        BuiltinTransport: {
            /** @enum {string} */
            name: "demo";
            /** @enum {string} */
            type: "builtin";
        };
        BulkDecisionRequest: {
            changes: components["schemas"]["DecidedChange"][];
            /** @enum {string} */
            decision: "approve" | "keep" | "block";
            note?: string | null;
        };
        BulkToolChange: {
            enabled?: boolean;
            /** @description Takes alias, description and parameters back, before anything else is changed. */
            reset?: boolean;
        };
        Call: {
            callId: string;
            clientName: string | null;
            /**
             * Format: date-time
             * @description When it was received.
             */
            createdAt: string;
            definitionHash: string | null;
            /** @enum {string|null} */
            era: "legacy" | "modern" | null;
            /**
             * @description The decision that stopped it; null where all let it pass.
             * @enum {string|null}
             */
            gate: "rate" | "concurrency" | "quota" | "catalogue" | "lock" | "enabled" | "scope" | "arguments" | "credential" | "capacity" | null;
            /** @description From its arrival to its answer. */
            latencyMs: number;
            /**
             * @description Where it ended; null where it succeeded.
             * @enum {string|null}
             */
            origin: "client" | "gateway" | "upstream" | null;
            /** @enum {string} */
            outcome: "success" | "tool_error" | "invalid" | "denied" | "limited" | "cancelled" | "gateway_error" | "upstream_error" | "overloaded" | "timeout" | "unknown";
            protocolVersion: string | null;
            /** @description What the client asked for. */
            publishedName: string;
            /** @description Code of the error catalogue. */
            reason: string | null;
            requestBytes: number;
            responseBytes: number | null;
            sequence: number | null;
            /** @description Null where nothing matched. */
            serverSlug: string | null;
            serverVersion: number | null;
            status: number;
            tokenId: string;
            /** @description As shown at that time. */
            tokenName: string;
            /** @description The upstream's own name, or what was asked for. */
            toolName: string;
            /** @description The trace that the client named. */
            traceId: string | null;
            /** @description Of that, the time spent with the server; null where it was not asked. */
            upstreamLatencyMs: number | null;
            userId: string | null;
            workspaceId: string;
        };
        CallAnalytics: {
            bars: components["schemas"]["CallBar"][];
            byOutcome: components["schemas"]["CallGroup"][];
            calls: number;
            clients: components["schemas"]["CallGroup"][];
            failed: number;
            /** Format: date-time */
            from: string;
            /** @description Percentiles of each bar. */
            latencies: components["schemas"]["LatencyPoint"][];
            latency: components["schemas"]["LatencyShares"];
            people: components["schemas"]["CallGroup"][];
            revisions: components["schemas"]["CallGroup"][];
            servers: components["schemas"]["CallGroup"][];
            /** @description Width of a bar in milliseconds. */
            stepMs: number;
            /** Format: date-time */
            to: string;
            tokens: components["schemas"]["CallGroup"][];
            tools: components["schemas"]["CallGroup"][];
            workspaces: components["schemas"]["CallGroup"][];
        };
        CallBar: {
            calls: number;
            /** Format: date-time */
            from: string;
            /** @description Outcome → calls; outcomes that did not occur are left out. */
            outcomes: {
                [key: string]: number;
            };
            /**
             * Format: date-time
             * @description Excluded.
             */
            to: string;
        };
        CallGroup: {
            calls: number;
            /** @description All but success. */
            failed: number;
            /** @description As shown to people. */
            label: string;
            /** @description As the filter of the same name takes it; null where a call has none. */
            value: string | null;
            /** @description Of a tool: its server. */
            within: string | null;
        };
        CallHistogram: {
            bars: components["schemas"]["CallBar"][];
            calls: number;
            /** Format: date-time */
            from: string;
            /** @description Width of a bar in milliseconds. */
            stepMs: number;
            /** Format: date-time */
            to: string;
        };
        CallPage: {
            data: components["schemas"]["Call"][];
            nextCursor: string | null;
        };
        CallView: {
            /** @description Who made it. */
            createdBy: string;
            filters: components["schemas"]["ViewFilters"];
            id: string;
            /** @description Whether you may change and remove it. */
            mayChange: boolean;
            name: string;
            shared: boolean;
        };
        CallViewList: {
            data: components["schemas"]["CallView"][];
            nextCursor: string | null;
        };
        Canary: {
            /** @description Grows with each change; also the entity tag. */
            etag: number;
            figures: components["schemas"]["VersionFigures"];
            pinnedFigures: components["schemas"]["VersionFigures"];
            /** @description The version of everybody else. */
            pinnedVersion: number;
            /** @description Of sessions, and of tokens for requests without a session. */
            sharePercent: number;
            /**
             * Format: date-time
             * @description From when the figures count: the start, at most seven days ago.
             */
            since: string;
            /** Format: date-time */
            startedAt: string;
            startedBy: string;
            tokens: components["schemas"]["CanaryToken"][];
            version: number;
        };
        CanaryToken: {
            /** @description False: expired or revoked. */
            active: boolean;
            id: string;
            name: string;
        };
        CatalogueEntry: {
            description: string | null;
            documentationUrl: string | null;
            id: string;
            /** @description Whether it could be imported now. */
            importable: boolean;
            inputs: components["schemas"]["ImportInput"][];
            /** @description Servers of the catalogue that it seems to be. */
            known: components["schemas"]["KnownServer"][];
            /** @description A program for the gateway to run; null where it cannot. */
            local: components["schemas"]["LocalTemplate"] | null;
            name: string;
            packages: components["schemas"]["LocalPackage"][];
            /** @example com.example/weather */
            registryName: string | null;
            /** @description The address of that registry. */
            registryUrl: string | null;
            repositoryUrl: string | null;
            /**
             * @description `synced`: from a registry that is kept here.
             * @enum {string}
             */
            source: "publisher" | "curated" | "registry" | "synced";
            /** @enum {string} */
            status: "active" | "deprecated" | "deleted";
            /** @description Null for what would have to run beside the gateway. */
            transport: components["schemas"]["TransportTemplate"] | null;
            version: string | null;
            warnings: components["schemas"]["ImportWarning"][];
        };
        CatalogueEntryList: {
            data: components["schemas"]["CatalogueEntry"][];
            nextCursor: string | null;
            /** @description Entries that fit, on all pages. */
            total: number;
        };
        CatalogueFacets: {
            owners: string[];
            /** @description Most used first. */
            tags: string[];
        };
        ChainEvidence: {
            checkpoints: components["schemas"]["CheckpointView"][];
            gaps: components["schemas"]["GapView"][];
        };
        ChainFaultView: {
            callId: string | null;
            problem: string;
            /** @description Of the first row that is not as it was recorded. */
            sequence: number;
        };
        ChainVerdictView: {
            /** @description Writer, retention class and UTC day; or `ledger`. */
            chain: string;
            fault: components["schemas"]["ChainFaultView"] | null;
            /** @description Whether the day was dropped by retention. */
            isDropped: boolean;
            /** @description Records that are missing and known to be. */
            knownMissing: number;
            rows: number;
            /** @description Up to this sequence a signed checkpoint vouches. */
            signedRows: number;
        };
        ChangeCallViewRequest: {
            filters?: components["schemas"]["ViewFilters"];
            name?: string;
        };
        ChangeDecision: {
            /** Format: date-time */
            at: string;
            name: string;
            note: string | null;
            userId: string | null;
        };
        ChangeMemberRoleRequest: {
            /** @enum {string} */
            role: "owner" | "admin" | "developer" | "auditor";
        };
        ChangePasswordRequest: {
            /** Format: password */
            current: string;
            /** Format: password */
            password: string;
        };
        ChangePersonRequest: {
            operator?: boolean;
            /**
             * @description Deactivating ends sessions and revokes tokens at once.
             * @enum {string}
             */
            state?: "active" | "deactivated";
        };
        ChangedServer: {
            id: string;
            name: string;
            slug: string;
        };
        CheckpointView: {
            chain: string;
            dropped: number;
            hash: string;
            keyId: string;
            /** @enum {string} */
            kind: "interval" | "day-end" | "final";
            /** Format: date-time */
            madeAt: string;
            number: number;
            previous: string | null;
            sequence: number;
            /** @description Ed25519 over the canonical JSON of the members above but the key id, base64. */
            signature: string;
            writer: string;
        };
        ChosenArgument: {
            isPath: boolean;
            keys: string[];
            required: boolean;
            secret: boolean;
            words: string[];
        };
        ChosenEntry: {
            /** @description Which data it can read or change. */
            dataTouched?: string | null;
            description?: string | null;
            /** @description An http(s) address. */
            documentationUrl?: string | null;
            /** @description Values by key. A bare token for `Authorization` gets `Bearer` put in front. */
            inputs?: {
                [key: string]: string;
            };
            /** @description Of the preview: a program for the gateway to run, for operators alone. A package without a version is pinned to its newest one. */
            local?: components["schemas"]["ChosenLocal"];
            name: string;
            /** @description Who answers for the server: a person or a team. */
            owner?: string | null;
            /** @description What the company uses it for. */
            purpose?: string | null;
            /** @description Sealed secrets of the preview by key; a value under `inputs` wins. */
            sealed?: {
                [key: string]: string;
            };
            /** @description Made from the name where it is left out; then it is one that is free. */
            slug?: string;
            /** @description The document the entry is made from; it never changes. */
            source?: components["schemas"]["ServerSource"] | null;
            /** @description Words of lower-case letters, digits and hyphens, at most 32 characters each. */
            tags?: string[];
            /** @description Of the preview. One of this and `local` is given. */
            transport?: components["schemas"]["ChosenTransport"];
        };
        ChosenHeader: {
            name: string;
            required: boolean;
            secret: boolean;
            value: string;
        };
        ChosenLocal: {
            args: components["schemas"]["ChosenArgument"][];
            command: string | null;
            env: components["schemas"]["ChosenHeader"][];
            network: string;
            package: string | null;
        };
        ChosenTransport: {
            headers: components["schemas"]["ChosenHeader"][];
            /** @enum {string} */
            type: "streamable-http" | "sse";
            url: string;
        };
        ClientDocument: {
            application_type: string;
            client_id: string;
            client_name: string;
            client_uri: string;
            grant_types: string[];
            redirect_uris: string[];
            response_types: string[];
            token_endpoint_auth_method: string;
        };
        CommentRequest: {
            text: string;
        };
        ComparedVersion: {
            /** @description False until the server answered for the first time: its definitions are not known then. */
            listed: boolean;
            number: number;
            /** @enum {string} */
            state: "draft" | "pending" | "approved" | "rejected" | "retired" | "quarantined";
        };
        ConnectionBegun: {
            /** @description Where to send the browser that asked: it has the cookie that its answer is known by, for ten minutes. */
            url: string;
        };
        ConsoleSession: {
            /** @description The address that signed in. */
            address: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description Whether this very request uses it. */
            current: boolean;
            /** Format: date-time */
            expiresAt: string;
            id: string;
            /** Format: date-time */
            lastSeenAt: string;
            /** @enum {string} */
            method: "password" | "oidc";
            /** @description What the browser said of itself. */
            userAgent: string | null;
        };
        CreateApiKeyRequest: {
            /**
             * Format: date-time
             * @description Without it the key does not expire.
             */
            expiresAt?: string | null;
            name: string;
            /** @description Narrows what the key may do; without it the key may do what its owner may. */
            scopes?: ("workspace:read" | "workspace:update" | "workspace:delete" | "members:read" | "members:write" | "exposures:read" | "exposures:write" | "credentials:write-own" | "requests:create" | "tools:read" | "tools:write" | "tokens:read" | "tokens:write-own" | "tokens:write" | "calls:read" | "calls:read-own" | "freezes:write" | "workspaces:create" | "servers:read" | "servers:write" | "versions:approve" | "credentials:write" | "servers:run-local" | "ledger:read" | "people:read" | "people:write" | "settings:write" | "lockdown:write")[] | null;
        };
        CreateExportScheduleRequest: {
            /** @description Sent as `Authorization`; never shown again. */
            authorization?: string | null;
            /**
             * @description Whole hours or days, UTC.
             * @enum {string}
             */
            every: "hour" | "day";
            filters: components["schemas"]["ScheduleFilters"];
            /** @enum {string} */
            format: "csv" | "ndjson";
            name: string;
            /**
             * Format: uri
             * @description Files are sent there by POST, under the egress rules; where it is left out they are written to the folder of `EXPORT_DIR`.
             */
            url?: string | null;
            /** @description Slug of a workspace; all of them where it is left out. */
            workspace?: string | null;
        };
        CreateExposureRequest: {
            /** @default true */
            enabled?: boolean;
            /** @description Place in the list, in ascending order; last where it is left out. Who holds the place moves on. */
            position?: number;
            /** @description Slug or id. */
            server: string;
            toolPrefix?: string | null;
            /** @description The newest approved one where it is left out. */
            version?: number;
        };
        CreateServerRequest: {
            /** @description Values of secret headers; write-only. */
            credentials?: {
                [key: string]: string;
            };
            /** @description Which data it can read or change. */
            dataTouched?: string | null;
            description?: string | null;
            /** @description An http(s) address. */
            documentationUrl?: string | null;
            /** @example Weather */
            name: string;
            /** @description Who answers for the server: a person or a team. */
            owner?: string | null;
            /** @description What the company uses it for. */
            purpose?: string | null;
            /** @description Made from the name where it is left out. */
            slug?: string;
            /** @description The document the entry is made from; it never changes. */
            source?: components["schemas"]["ServerSource"] | null;
            /** @description Words of lower-case letters, digits and hyphens, at most 32 characters each. */
            tags?: string[];
            transport: components["schemas"]["Transport"];
        };
        CreateServerRequestRequest: {
            /** @description Values of secret headers; write-only, sealed at once, dropped when the request is denied or withdrawn. */
            credentials?: {
                [key: string]: string;
            };
            description?: string | null;
            /**
             * @description `server`: one that the catalogue lacks (`name`, `transport`). `version`: a new one of a server (`server`, `transport`). `exposure`: a server of the catalogue in this workspace (`server`).
             * @enum {string}
             */
            kind: "server" | "version" | "exposure";
            /** @example Weather */
            name?: string;
            /** @description What it is needed for. */
            reason: string;
            /** @description Slug or id of a server of the catalogue. */
            server?: string;
            /** @description Made from the name where it is left out. */
            slug?: string;
            toolPrefix?: string | null;
            transport?: components["schemas"]["Transport"];
            /** @description The Version to show; the newest approved one where it is left out. */
            version?: number;
        };
        CreateTokenRequest: {
            /**
             * @description Addresses and networks (CIDR) the token may be used from. Anywhere when absent.
             * @example [
             *       "203.0.113.0/24",
             *       "2001:db8::/32"
             *     ]
             */
            addresses?: string[] | null;
            /**
             * Format: date-time
             * @description 90 days from now when absent; null: never.
             */
            expiresAt?: string | null;
            /**
             * @description A personal token ends with the membership of its owner; a service token belongs to the workspace.
             * @default personal
             * @enum {string}
             */
            kind?: "personal" | "service";
            name: string;
            /** @description User id or email of the member it belongs to; the caller when absent. */
            owner?: string;
            /**
             * @description `server:tool` with the server slug and the upstream's own tool name; `*` stands for anything. `toolset:name` stands for the tools of a toolset. All tools when absent.
             * @example [
             *       "github:get_issue",
             *       "jira:*"
             *     ]
             */
            tools?: string[] | null;
        };
        CreateToolsetRequest: {
            /** @description Tokens name it as `toolset:{name}`. */
            name: string;
            /**
             * @description `server:tool` with the server slug and the upstream's own tool name; `*` stands for anything.
             * @example [
             *       "github:get_issue",
             *       "jira:*"
             *     ]
             */
            tools: string[];
        };
        CreateVersionRequest: {
            /** @description Values of secret headers; write-only. */
            credentials?: {
                [key: string]: string;
            };
            note?: string | null;
            transport: components["schemas"]["Transport"];
        };
        CreateWebhookRequest: {
            /**
             * @description Names of events; `servers.` stands for all of them, `*` for all.
             * @example [
             *       "servers.frozen",
             *       "workspaces."
             *     ]
             */
            events: string[];
            name: string;
            /**
             * Format: uri
             * @description Reached under the egress rules, without redirects.
             */
            url: string;
        };
        CreateWorkspaceRequest: {
            name: string;
            /** @description Derived from the name when absent. */
            slug?: string;
        };
        CreatedApiKey: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string | null;
            id: string;
            /** @description The key itself, shown this once. */
            key: string;
            /** @description The last four characters, to tell keys apart. */
            last4: string;
            /** Format: date-time */
            lastUsedAt: string | null;
            name: string;
            scopes: string[] | null;
        };
        CreatedToken: {
            /** @description Where it may be used from; null: anywhere. */
            addresses: string[] | null;
            /** @enum {string|null} */
            attention: "expiring" | "unused" | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When a rotation ends it, if that is known yet.
             */
            endsAt: string | null;
            /** @description For `If-Match`. */
            etag: number;
            /** Format: date-time */
            expiresAt: string | null;
            id: string;
            /** @enum {string} */
            kind: "personal" | "service";
            last4: string;
            /** @description When it was last shown from an address that it may not be used from. */
            lastRefusal: components["schemas"]["TokenUse"] | null;
            lastUse: components["schemas"]["TokenUse"] | null;
            /**
             * Format: date-time
             * @description To the minute.
             */
            lastUsedAt: string | null;
            name: string;
            /** @description Null: a service token. */
            owner: components["schemas"]["TokenOwner"] | null;
            /** @enum {string} */
            prefix: "mng_";
            /** @description The token that a rotation made in its place. */
            replacedBy: string | null;
            /**
             * Format: date-time
             * @description Until when a mistaken revoke can be taken back.
             */
            restorableUntil: string | null;
            /** @enum {string|null} */
            revokeReason: "not-needed" | "replaced" | "owner-left" | "compromised" | "other" | null;
            /** Format: date-time */
            revokedAt: string | null;
            /** @enum {string} */
            state: "active" | "expired" | "revoked" | "rotating";
            /** @description The token itself, shown this once. */
            token: string;
            tools: string[] | null;
            /** @description Whether it was used since it was rotated. */
            usedSinceRotation: boolean;
        };
        Credential: {
            /** @description False for a value whose slot or origin the newest version no longer has: it is lent to older versions only. */
            attached: boolean;
            /** @description Only of values of 12 characters or more. */
            last4: string | null;
            /**
             * Format: date-time
             * @description When the server last refused it.
             */
            lastFailureAt: string | null;
            /** @description Why: a code of the error catalogue. */
            lastFailureReason: string | null;
            /**
             * Format: date-time
             * @description When the server last let it pass.
             */
            lastSuccessAt: string | null;
            /** Format: date-time */
            lastUsedAt: string | null;
            /** @example X-Api-Key */
            name: string;
            /** @description Where the value is read, if it is not stored. */
            reference: string | null;
            set: boolean;
            setBy: string | null;
            /** Format: date-time */
            updatedAt: string | null;
            /** @description Counts the values that the slot had. */
            version: number | null;
        };
        CredentialHistoryList: {
            data: components["schemas"]["FormerCredential"][];
        };
        CredentialList: {
            data: components["schemas"]["Credential"][];
        };
        CredentialSlotDifference: {
            gained: string[];
            lost: string[];
            /** @description Slots of the second version without a value for its address. */
            unset: string[];
        };
        DatabaseHealth: {
            ok: boolean;
            /** @description Whether the server runs as a role that owns nothing; false where DATABASE_OWNER_URL and DATABASE_URL name the same role. */
            secondWall: boolean;
        };
        DecidedChange: {
            /**
             * Format: date-time
             * @description `decided.at` as it was read, to decide again. With `seenHash`, a change that was decided since then is refused.
             */
            decidedAt?: string | null;
            id: string;
            /** @description What was seen when it was decided; null for a removal. Where it is given and has changed, nothing is decided. */
            seenHash?: string | null;
        };
        DecisionAnswer: {
            /** @description How many changes were decided. */
            decided: number;
        };
        DecisionRequest: {
            note?: string | null;
        };
        DefinitionDifference: {
            /** @enum {string} */
            change: "added" | "removed" | "changed";
            from: components["schemas"]["DefinitionText"] | null;
            /** @description Name or URI template; empty for instructions. */
            key: string;
            /** @enum {string} */
            kind: "instructions" | "tools" | "prompts" | "templates";
            to: components["schemas"]["DefinitionText"] | null;
        };
        DefinitionText: {
            /** @description SHA-256, hexadecimal. */
            hash: string;
            /** @description The definition as the server wrote it: untrusted. Null where the answer would grow beyond 8 MiB. */
            text: string | null;
        };
        DeliveryAttemptView: {
            /** Format: date-time */
            at: string;
            durationMs: number;
            problem: string | null;
            /** @description Of the answer. */
            status: number | null;
        };
        DenyRequestRequest: {
            /** @description Why; the person who asked reads it. */
            note: string;
        };
        EffectiveLimitView: {
            burst: components["schemas"]["EffectiveNumberView"];
            callsPerDay: components["schemas"]["EffectiveNumberView"];
            /** @description Calls counted today, where there is a quota. At most two seconds old. */
            callsToday: number | null;
            concurrency: components["schemas"]["EffectiveNumberView"];
            /** @description The token's name. */
            name: string | null;
            ratePerSecond: components["schemas"]["EffectiveNumberView"];
            /**
             * @description Counted together: all of the workspace, each token, one token, a tool (or all tools of a server), each address.
             * @enum {string}
             */
            scope: "workspace" | "each-token" | "token" | "tool" | "each-address";
            subject: string | null;
        };
        EffectiveNumberView: {
            /**
             * @description Built in, set for the workspace, or for this very thing.
             * @enum {string}
             */
            source: "default" | "workspace" | "own";
            /** @description Null: not bounded. */
            value: number | null;
        };
        EgressSettings: {
            /** @description Rules of EGRESS_ALLOW; they are changed in the environment. */
            fromEnvironment: string[];
            /** @description `host:port`, `cidr:port` or `[v6]/n:port`, port `*` for any. */
            rules: string[];
        };
        ExplainedGateView: {
            /** @description What to do about it. */
            advice: string | null;
            /**
             * @description The gates stand in the order a tool passes them.
             * @enum {string}
             */
            name: "server-approved" | "version-pinned" | "exposed" | "enabled" | "token" | "lock" | "name" | "schema" | "budget" | "health";
            reason: string | null;
            /**
             * @description unknown: the definition is needed and not there.
             * @enum {string}
             */
            state: "passed" | "warned" | "stopped" | "unknown" | "not-reached";
        };
        ExportScheduleList: {
            data: components["schemas"]["ExportScheduleView"][];
            nextCursor: string | null;
        };
        ExportScheduleView: {
            enabled: boolean;
            /** @enum {string} */
            every: "hour" | "day";
            /**
             * Format: date-time
             * @description Rows before that are taken out.
             */
            exportedUntil: string;
            filters: components["schemas"]["ScheduleFilters"];
            /** @enum {string} */
            format: "csv" | "ndjson";
            hasAuthorization: boolean;
            id: string;
            name: string;
            /** @description Why the last try failed; it is tried again each minute. */
            problem: string | null;
            /** @description Of the last file. */
            rows: number | null;
            /** Format: date-time */
            triedAt: string | null;
            url: string | null;
            workspace: string | null;
        };
        ExposedServer: {
            id: string;
            name: string;
            slug: string;
        };
        ExposingWorkspace: {
            id: string;
            name: string;
            slug: string;
        };
        Exposure: {
            /** @description Another version that some clients are served first. */
            canary: components["schemas"]["ExposureCanary"] | null;
            /** Format: date-time */
            createdAt: string;
            enabled: boolean;
            /** @description Grows with each change; also the entity tag. */
            etag: number;
            health: components["schemas"]["ExposureHealth"];
            latestApproved: number | null;
            position: number;
            server: components["schemas"]["ExposedServer"];
            toolCount: number | null;
            toolPrefix: string | null;
            /** @description The pinned version. */
            version: number;
            /**
             * @description Of the pinned version; only an approved one is served.
             * @enum {string}
             */
            versionState: "draft" | "pending" | "approved" | "rejected" | "retired" | "quarantined";
        };
        ExposureCanary: {
            /** @description Of sessions, and of tokens for requests without a session. */
            sharePercent: number;
            /** @description How many tokens are all served it. */
            tokenCount: number;
            version: number;
        };
        ExposureHealth: {
            /** Format: date-time */
            checkedAt: string | null;
            /** @description A code of the error catalogue. */
            reason: string | null;
            /** @enum {string} */
            state: "unknown" | "ok" | "failing";
        };
        ExposureList: {
            data: components["schemas"]["Exposure"][];
            nextCursor: string | null;
        };
        FlaggedTool: {
            /** @description Reasons to look twice; they flag only. */
            marks: components["schemas"]["RiskMarkAnswer"][];
            name: string;
        };
        FormerCredential: {
            id: string;
            last4: string | null;
            name: string;
            reference: string | null;
            /** @description For seven days after it was replaced. A removed value is gone at once. */
            restorable: boolean;
            /** Format: date-time */
            retiredAt: string;
            retiredBy: string | null;
            /** Format: date-time */
            setAt: string;
            setBy: string | null;
            version: number;
            /** @enum {string} */
            why: "replaced" | "removed";
        };
        FreezeInForce: {
            /** Format: date-time */
            createdAt: string;
            /** @description Name of who froze it. */
            createdBy: string;
            /** @description Whether it holds in every workspace; then operators alone can lift it. */
            everywhere: boolean;
            id: string;
            /** @enum {string} */
            kind: "workspace" | "server" | "tool" | "member" | "token";
            reason: string;
            /** @description The id of what is frozen; of a tool the id of its server, a colon and its name. */
            subject: string;
            subjectName: string;
            /** @description The id of the workspace it holds in. */
            workspaceId: string | null;
        };
        FreezeList: {
            data: components["schemas"]["FreezeInForce"][];
            nextCursor: string | null;
        };
        FreezeRequest: {
            /** @enum {string} */
            kind: "workspace" | "server" | "tool" | "member" | "token";
            /** @description For the ledger and the list of freezes; clients are not told. */
            reason: string;
            /**
             * @description A token's id, a member's id or email, a server's slug, `server:tool` with the server's own name of the tool, a workspace's slug.
             * @example github:delete_repository
             */
            subject: string;
        };
        GapAcknowledgement: {
            /** Format: date-time */
            at: string;
            /** @description As shown at that time. */
            by: string;
            note: string | null;
        };
        GapView: {
            chain: string | null;
            count: number;
            from: number | null;
            hash: string | null;
            id: string;
            keyId: string;
            /** @enum {string} */
            reason: "full" | "corrupt" | "refused";
            signature: string;
            /** Format: date-time */
            since: string;
            to: number | null;
            /** Format: date-time */
            until: string;
            writer: string;
        };
        HealthReport: {
            audit: components["schemas"]["AuditHealthView"];
            database: components["schemas"]["DatabaseHealth"];
            localServers: components["schemas"]["LocalServersHealth"] | null;
            /** @description Null while the database cannot say. */
            masterKey: components["schemas"]["MasterKeyHealth"] | null;
            /** @description Ledger number that the gateway runs on; null before the first time. */
            routeTableGeneration: number | null;
            /** @description OpenTelemetry; null where OTEL_EXPORTER_OTLP_ENDPOINT is not set. */
            telemetry: components["schemas"]["TelemetryHealth"] | null;
            version: string;
        };
        HeldToken: {
            id: string;
            last4: string;
            /** Format: date-time */
            lastUsedAt: string | null;
            name: string;
            /** @description Slug of its workspace. */
            workspace: string;
        };
        HeldTokenList: {
            data: components["schemas"]["HeldToken"][];
        };
        HostedServer: {
            /** @description Of all its processes. */
            memoryBytes: number | null;
            processes: number;
            /** @description Slug. */
            server: string;
            /** @enum {string} */
            status: "stopped" | "starting" | "running" | "failing";
            version: number;
        };
        HttpTransport: {
            auth?: components["schemas"]["ServerAuth"];
            /**
             * @description What the server is told that clients can be asked for. `faithful`: what the calling client declared. `superset`: everything; what a client cannot do is then refused by the gateway.
             * @default faithful
             * @enum {string}
             */
            clientCapabilities?: "faithful" | "superset";
            /**
             * @description The protocol era the server is spoken to in: found out, or fixed. `sse` stands for the HTTP+SSE transport at the same URL. Of streamable-http alone.
             * @default auto
             * @enum {string}
             */
            era?: "auto" | "modern" | "legacy" | "sse";
            headers?: components["schemas"]["TransportHeader"][];
            /** @enum {string} */
            type: "streamable-http" | "sse";
            /** @example https://mcp.example.com/mcp */
            url: string;
        };
        ImportFieldError: {
            detail: string;
            pointer: string;
        };
        ImportInput: {
            /** @description Empty where any text will do. */
            choices: string[];
            default: string | null;
            description: string | null;
            /** @description What stands in braces in the transport; the name to give its value under. */
            key: string;
            /** @enum {string} */
            place: "url" | "header" | "variable" | "argument" | "network";
            placeholder: string | null;
            required: boolean;
            /** @description A secret that the document held, sealed for whoever made the preview and for one hour: to be sent back under `sealed`. */
            sealed: string | null;
            secret: boolean;
        };
        ImportPreview: {
            entries: components["schemas"]["PreviewEntry"][];
            /** @enum {string} */
            form: "registry" | "configuration";
            url: string | null;
            /** @description What concerns no single entry. */
            warnings: components["schemas"]["ImportWarning"][];
        };
        ImportProblem: {
            /** @description A code of the error catalogue. */
            code: string;
            detail: string;
            errors: components["schemas"]["ImportFieldError"][];
            title: string;
        };
        ImportRequest: {
            entries: components["schemas"]["ChosenEntry"][];
        };
        ImportResult: {
            problem: components["schemas"]["ImportProblem"] | null;
            server: components["schemas"]["ImportedServer"] | null;
        };
        ImportResults: {
            /** @description In the order of the entries. */
            data: components["schemas"]["ImportResult"][];
        };
        ImportWarning: {
            /** @enum {string} */
            code: "name-invalid" | "description-missing" | "description-too-long" | "version-missing" | "version-placeholder" | "package-placeholder" | "schema-unknown" | "deprecated" | "deleted" | "nothing-to-connect" | "needs-local-servers" | "remote-unreadable" | "remote-left-out" | "plain-http" | "address-not-public" | "address-denied" | "program-denied" | "header-left-out" | "variable-undeclared" | "secret-in-url" | "secret-lifted" | "variable-left-out" | "package-not-exact" | "older-version-left-out" | "entry-unreadable";
            detail: string;
        };
        ImportedServer: {
            id: string;
            name: string;
            slug: string;
        };
        InstallPackageRequest: {
            /** @example npm:@scope/name@1.2.3 */
            package: string;
            /**
             * @description Packages of npm whose install scripts may run, once, behind the fence: the package itself, or one that it depends on. None where it is left out.
             * @example [
             *       "npm:name@1.2.3"
             *     ]
             */
            scripts?: string[];
        };
        Invite: {
            /** Format: email */
            email: string;
            /** @description A known person accepts with their password, a new one with name and password. */
            knownPerson: boolean;
            /** @enum {string} */
            role: "owner" | "admin" | "developer" | "auditor";
            workspaceName: string;
        };
        InviteMemberRequest: {
            /** Format: email */
            email: string;
            /** @enum {string} */
            role: "owner" | "admin" | "developer" | "auditor";
        };
        KnownServer: {
            /**
             * @description What it was recognized by.
             * @enum {string}
             */
            by: "address" | "name";
            name: string;
            slug: string;
        };
        LatencyPoint: {
            /** Format: date-time */
            from: string;
            /** @description The gateway's own part. */
            gateway: components["schemas"]["LatencyView"];
            /** @description From arrival to answer. */
            total: components["schemas"]["LatencyView"];
            /** @description The server's part, of calls that reached one. */
            upstream: components["schemas"]["LatencyView"];
        };
        LatencyShares: {
            /** @description The gateway's own part. */
            gateway: components["schemas"]["LatencyView"];
            /** @description From arrival to answer. */
            total: components["schemas"]["LatencyView"];
            /** @description The server's part, of calls that reached one. */
            upstream: components["schemas"]["LatencyView"];
        };
        LatencyView: {
            p50: number | null;
            p95: number | null;
            p99: number | null;
            /** @description The calls from each percentile on. */
            rows: components["schemas"]["SlowCallsByShare"];
        };
        LedgerActor: {
            id: string | null;
            /** @enum {string} */
            kind: "user" | "api-key" | "system";
            /** @description As shown at that time. */
            name: string;
        };
        LedgerChangeView: {
            /** @description Of what may be secret only `(set)`, or `(set anew)`. */
            after: {
                [key: string]: unknown;
            };
            /** @description Of what may be secret only `(set)`. */
            before: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            change: "added" | "changed" | "removed";
            id: string | null;
            /** @example token */
            kind: string;
            name: string | null;
        };
        LedgerEntry: {
            actor: components["schemas"]["LedgerActor"];
            /** @description What changed, before and after; at most a hundred rows. */
            changes: components["schemas"]["LedgerChangeView"][];
            /** Format: date-time */
            createdAt: string;
            /** @example servers.created */
            event: string;
            facts: {
                [key: string]: unknown;
            };
            /** @description Of this row and the one before it, in hexadecimal. */
            hash: string | null;
            /** @description Changed rows besides. */
            moreChanges: number;
            /** @description Dense and in the order of the changes. */
            number: number;
            /** @description Of the request that made the change. */
            requestId: string;
            /** @description Place in the chain; null in rows from before there was one. */
            sequence: number | null;
            subject: components["schemas"]["LedgerSubjectView"];
            workspaceId: string | null;
        };
        LedgerPage: {
            data: components["schemas"]["LedgerEntry"][];
            nextCursor: string | null;
        };
        LedgerSubjectView: {
            id: string;
            kind: string;
            /** @description As shown at that time. */
            name: string;
        };
        LimitList: {
            data: components["schemas"]["EffectiveLimitView"][];
        };
        Limits: {
            /** @description Calls at once after a quiet time. */
            burst: number;
            /** @description Calls under way at the same time. */
            concurrency: number;
            /** @description Calls per second. */
            ratePerSecond: number;
        };
        Liveness: {
            alive: boolean;
        };
        LocalArgument: {
            /** @description A folder or file of the machine of the gateway, which the program may read then. */
            isPath: boolean;
            /** @description Which braces are inputs. */
            keys: string[];
            /** @description One that is not required is left out where its inputs are empty. */
            required: boolean;
            secret: boolean;
            /** @description Words of the command; `{key}` where an input goes. */
            words: string[];
        };
        LocalFence: {
            /** @description LOCAL_SERVERS. */
            enabled: boolean;
            /**
             * @description The weakest, where there are several runners.
             * @enum {string}
             */
            fence: "container" | "bubblewrap" | "namespaces" | "account" | "none";
            /** @description What does not hold, in sentences. */
            gaps: string[];
            /** @description What was seen to hold, on every machine that runs local servers. */
            holds: string[];
            /** @description Whether they run on runners (ROLE=web), and not on the machine of the gateway. */
            isOnRunners: boolean;
            /** @description What has to be installed here before some packages can be, in sentences. */
            lacks: string[];
            /** @description Those that take work now. */
            runners: components["schemas"]["LocalRunner"][];
            /** @description Processes that run now. */
            running: number;
            /** @description Starts that wait for their turn. */
            waiting: number;
        };
        LocalPackage: {
            /** @description `{hint}` stands where a person fills something in. */
            args: string[];
            env: components["schemas"]["PackageVariable"][];
            identifier: string;
            /**
             * @description As `package` of a stdio transport; null for what the gateway cannot run.
             * @example npm:@scope/name@1.2.3
             */
            program: string | null;
            /** @description npm, pypi, oci, nuget, cargo, mcpb, or `command`. */
            registry: string;
            version: string | null;
        };
        LocalPackageList: {
            data: components["schemas"]["LocalPackageView"][];
        };
        LocalPackageView: {
            askedBy: string;
            /** Format: date-time */
            changedAt: string;
            /** Format: date-time */
            createdAt: string;
            integrity: string;
            /** @description SHA-256 of the lock of everything that came with it. */
            lockHash: string | null;
            /** @example npm:@scope/name@1.2.3 */
            package: string;
            problem: string | null;
            /** @description Packages among what comes with it whose install scripts run. */
            scripts: string[];
            /** @enum {string} */
            state: "installing" | "installed" | "failed";
        };
        LocalProcess: {
            /** @description Processor time used so far, milliseconds. */
            cpuMs: number | null;
            /** @description With everything it started. */
            memoryBytes: number | null;
            /** @description Lines that were no message. */
            noise: number;
            pid: number;
            /** @enum {string} */
            purpose: "probe" | "calls" | "alone";
            /** Format: date-time */
            startedAt: string;
        };
        LocalRunner: {
            /** @description False where it did not answer. */
            answers: boolean;
            /** @enum {string|null} */
            fence: "container" | "bubblewrap" | "namespaces" | "account" | "none" | null;
            gaps: string[];
            /** @description What it hosts now. */
            hosts: components["schemas"]["HostedServer"][];
            /** @description The address of the runner, which is its name. */
            name: string;
            /** @description Processes that run now. */
            running: number;
            /** @description Starts that wait for their turn. */
            waiting: number;
        };
        LocalServer: {
            crashesInRow: number;
            /** @description When it last ended by itself. */
            lastEnd: components["schemas"]["LocalServerEnd"] | null;
            /** @description Milliseconds until it may be started again. */
            nextStartMs: number;
            processes: components["schemas"]["LocalProcess"][];
            /** @description Starts after it had ended by itself. */
            restarts: number;
            /** @description The runner where it is; null for the gateway itself. */
            runner: string | null;
            starts: number;
            /** @enum {string} */
            status: "stopped" | "starting" | "running" | "failing";
            /** @description Its last lines on standard error, without its secrets. Untrusted. */
            stderr: string[];
            version: number;
        };
        LocalServerEnd: {
            /** Format: date-time */
            at: string;
            code: number | null;
            /** @description A signal, or `flood` where it was stopped for what it wrote. */
            signal: string | null;
        };
        LocalServerList: {
            data: components["schemas"]["LocalServer"][];
        };
        LocalServersHealth: {
            /** @description LOCAL_SERVERS. */
            enabled: boolean;
            /** @description What keeps local servers apart on this machine. */
            fence: string;
            /** @description What does not hold, and what can escape. */
            gaps: string[];
            /** @description What was seen to hold. */
            holds: string[];
            /** @description What has to be installed here before some packages can be. */
            lacks: string[];
            /** @description Runners that take work, with ROLE=web; else 0. */
            runners: number;
            /** @description Processes that run now. */
            running: number;
        };
        LocalTemplate: {
            args: components["schemas"]["LocalArgument"][];
            command: string | null;
            /** @description Its variables. */
            env: components["schemas"]["TemplateHeader"][];
            /** @description Key of the input that says `on` or `off`. */
            network: string;
            /**
             * @description Its newest version where it names none.
             * @example npm:@scope/name@1.2.3
             */
            package: string | null;
        };
        LockChange: {
            /** @description Active tokens of all these workspaces. */
            activeTokens: number;
            /** @description What clients are served; null where nothing was ever approved. */
            approved: components["schemas"]["LockedDefinition"] | null;
            /** @enum {string} */
            change: "added" | "changed" | "removed";
            decided: components["schemas"]["ChangeDecision"] | null;
            /**
             * Format: date-time
             * @description When what is seen now was first seen.
             */
            firstSeenAt: string;
            /** @example chg_01k… */
            id: string;
            /** @description Name or URI template; empty for instructions. The server’s own: untrusted. */
            key: string;
            /** @enum {string} */
            kind: "tools" | "prompts" | "templates" | "instructions";
            /** @description Reasons to look twice; they flag only. */
            marks: components["schemas"]["RiskMarkAnswer"][];
            /** @description What the server lists now; null where it lists it no more. */
            seen: components["schemas"]["LockedDefinition"] | null;
            server: components["schemas"]["ChangedServer"];
            /** @enum {string} */
            state: "open" | "kept" | "blocked";
            /** @description The server's version whose lock it concerns. */
            version: number;
            workspaceCount: number;
            /** @description Workspaces whose clients this version serves; 50 at most. */
            workspaces: components["schemas"]["AffectedWorkspace"][];
        };
        LockChangeList: {
            data: components["schemas"]["LockChange"][];
            nextCursor: string | null;
            /** @description Open changes, of the server or of the whole company, whatever the filters. */
            open: number;
        };
        LockedDefinition: {
            /** @description SHA-256 of its canonical JSON (RFC 8785), hexadecimal. */
            hash: string;
            /** @description The definition as the server wrote it, raw JSON: untrusted. Of instructions a JSON string. */
            text: string;
        };
        LoginRequest: {
            /** Format: email */
            email: string;
            /** Format: password */
            password: string;
        };
        MasterKeyHealth: {
            /** @description Data keys, one for each owner of secrets. */
            dataKeys: number;
            /**
             * @description MCPNEST_FORMER_MASTER_KEY: `not-needed` means it can be taken away.
             * @enum {string}
             */
            former: "none" | "needed" | "not-needed";
            /** @description Names the master key in force, and tells nothing of it. */
            id: string;
            /** @description Of those, how many are still to be wrapped by the key in force. */
            waiting: number;
        };
        MasterKeyView: {
            /** @description Data keys, one for each owner of secrets. */
            dataKeys: number;
            /**
             * @description `not-needed`: MCPNEST_FORMER_MASTER_KEY can be taken away.
             * @enum {string}
             */
            former: "none" | "needed" | "not-needed";
            /** @description Names the key of MCPNEST_FORMER_MASTER_KEY, where one is given. */
            formerId: string | null;
            /** @description Names the master key in force. */
            id: string;
            /** @description The one in force first. */
            masterKeys: components["schemas"]["WrappingMasterKey"][];
            /** @description Of those, how many are still to be wrapped by the key in force. */
            waiting: number;
        };
        Me: {
            /** @enum {string} */
            authenticatedBy: "session" | "api-key";
            /** Format: email */
            email: string;
            id: string;
            name: string;
            operator: boolean;
            /** @description What holds for the whole installation. */
            permissions: ("workspaces:create" | "servers:read" | "servers:write" | "versions:approve" | "credentials:write" | "servers:run-local" | "ledger:read" | "people:read" | "people:write" | "settings:write" | "lockdown:write")[];
            workspaces: components["schemas"]["MyWorkspace"][];
        };
        Member: {
            /** Format: email */
            email: string;
            /** @description The link to hand to the person, shown this once; only where they must still accept. */
            inviteUrl?: string;
            /** Format: date-time */
            joinedAt: string | null;
            name: string | null;
            /** @enum {string} */
            role: "owner" | "admin" | "developer" | "auditor";
            /** @enum {string} */
            state: "active" | "invited";
            userId: string;
        };
        MemberList: {
            data: components["schemas"]["Member"][];
            nextCursor: string | null;
        };
        MyWorkspace: {
            id: string;
            name: string;
            permissions: ("workspace:read" | "workspace:update" | "workspace:delete" | "members:read" | "members:write" | "exposures:read" | "exposures:write" | "credentials:write-own" | "requests:create" | "tools:read" | "tools:write" | "tokens:read" | "tokens:write-own" | "tokens:write" | "calls:read" | "calls:read-own" | "freezes:write")[];
            /**
             * @description Null for an operator who is not a member.
             * @enum {string|null}
             */
            role: "owner" | "admin" | "developer" | "auditor" | null;
            slug: string;
        };
        NewToolsPolicy: {
            /**
             * @description Whether tools that come in from now on are shown.
             * @enum {string}
             */
            newTools: "on" | "off";
        };
        NewestPackage: {
            /** @example npm:@scope/name@1.2.3 */
            package: string;
        };
        OidcGroupRole: {
            group: string;
            /** @enum {string} */
            role: "owner" | "admin" | "developer" | "auditor";
            workspaceId: string;
        };
        OidcSettingsView: {
            buttonLabel: string;
            clientId: string;
            /** @description Domains whose addresses prove who somebody is: they link an account, and admit new people where `provisioning` is `automatic`. */
            emailDomains: string[];
            /** @description Take addresses as checked where the provider says nothing of `email_verified`. */
            emailTrusted: boolean;
            /** @description Whether the sign-in page offers it. */
            enabled: boolean;
            /** @description Applied at each sign-in; of several the strongest counts. */
            groupRoles: components["schemas"]["OidcGroupRole"][];
            /** @description Claim of the ID token that lists groups. */
            groupsClaim: string;
            /** @description Whether a client secret is kept; it is never shown. */
            hasClientSecret: boolean;
            /** @description The address that the provider calls itself; `/.well-known/openid-configuration` is read below it. */
            issuer: string;
            /** @description Members are operators; who leaves it is none any more. Null: operators are made here only. */
            operatorGroup: string | null;
            /** @enum {string} */
            provisioning: "invited" | "automatic";
            /** @description The address to allow at the provider. */
            redirectUri: string;
            /** @description Asked for besides `openid`, such as `email`, `profile`, `groups`. */
            scopes: string[];
        };
        OidcTestResult: {
            authorizationEndpoint: string | null;
            /** @description Whether the provider says in its answers who it is (RFC 9207). */
            namesItself: boolean;
            ok: boolean;
            /** @description What stands in the way, in words. */
            problem: string | null;
        };
        OpenGaps: {
            gaps: number;
            records: number;
        };
        Overview: {
            /** @description Clients that called in that time, by name. */
            activeClients: number;
            attention: components["schemas"]["AttentionItem"][];
            /** @description The last 24 hours. */
            calls: components["schemas"]["CallAnalytics"];
        };
        PackageVariable: {
            /** @description Empty where any text will do. */
            choices: string[];
            default: string | null;
            description: string | null;
            name: string;
            required: boolean;
            secret: boolean;
        };
        PeopleList: {
            data: components["schemas"]["PersonView"][];
            nextCursor: string | null;
        };
        PersonView: {
            apiKeys: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: email */
            email: string;
            id: string;
            /** Format: date-time */
            lastActiveAt: string | null;
            name: string | null;
            operator: boolean;
            /** @enum {string} */
            state: "active" | "invited" | "deactivated";
            /** @description Gateway tokens that work. */
            tokens: number;
            workspaces: components["schemas"]["PersonWorkspace"][];
        };
        PersonWorkspace: {
            name: string;
            /** @enum {string} */
            role: "owner" | "admin" | "developer" | "auditor";
            slug: string;
        };
        PreviewEntry: {
            description: string | null;
            documentationUrl: string | null;
            /** @description Whether it could be imported now. */
            importable: boolean;
            inputs: components["schemas"]["ImportInput"][];
            /** @description Servers of the catalogue that it seems to be. */
            known: components["schemas"]["KnownServer"][];
            /** @description A program for the gateway to run; null where it cannot. */
            local: components["schemas"]["LocalTemplate"] | null;
            name: string;
            packages: components["schemas"]["LocalPackage"][];
            /** @example com.example/weather */
            registryName: string | null;
            repositoryUrl: string | null;
            /** @description A slug that is not taken. */
            slug: string;
            /** @enum {string} */
            status: "active" | "deprecated" | "deleted";
            /** @description Null for what would have to run beside the gateway. */
            transport: components["schemas"]["TransportTemplate"] | null;
            version: string | null;
            warnings: components["schemas"]["ImportWarning"][];
        };
        PreviewImportRequest: {
            /** @description A registry document, a server.json of any generation, or the configuration of a client: its JSON, or the text of it (at most 10 MiB and 5,000 servers; comments and trailing commas are forgiven). */
            document?: string | Record<string, never> | unknown[];
            /** @description Where to read the document; the base address of a registry means its list. Instead of a document. */
            url?: string;
        };
        Problem: {
            /**
             * @description Stable; grows, never changes.
             * @enum {string}
             */
            code: "audit.call-not-found" | "audit.delivery-not-found" | "audit.export-name-taken" | "audit.export-no-folder" | "audit.export-not-found" | "audit.exports-full" | "audit.fact-not-found" | "audit.gap-not-found" | "audit.view-name-taken" | "audit.view-not-found" | "audit.views-full" | "audit.webhook-name-taken" | "audit.webhook-not-found" | "audit.webhooks-full" | "auth.api-key-not-found" | "auth.api-key-not-valid" | "auth.busy" | "auth.credentials-wrong" | "auth.deactivated" | "auth.email-taken" | "auth.forbidden" | "auth.invite-not-valid" | "auth.last-operator" | "auth.not-signed-in" | "auth.oidc-answer-refused" | "auth.oidc-denied" | "auth.oidc-email-unverified" | "auth.oidc-link-refused" | "auth.oidc-not-invited" | "auth.oidc-off" | "auth.oidc-unreachable" | "auth.password-weak" | "auth.person-not-found" | "auth.person-state" | "auth.scope-unknown" | "auth.session-not-found" | "auth.setup-closed" | "auth.setup-code-wrong" | "auth.state-unknown" | "auth.token-expired" | "auth.token-malformed" | "auth.token-missing" | "auth.token-not-valid-here" | "auth.token-revoked" | "auth.token-throttled" | "auth.too-many-attempts" | "gateway.account-needed" | "gateway.audit-unavailable" | "gateway.body-too-large" | "gateway.cancelled" | "gateway.capability-missing" | "gateway.client-cannot" | "gateway.concurrency-limited" | "gateway.credential-missing" | "gateway.cursor-unknown" | "gateway.draining" | "gateway.frozen" | "gateway.header-mismatch" | "gateway.internal" | "gateway.invalid-message" | "gateway.invalid-params" | "gateway.malformed" | "gateway.method-not-allowed" | "gateway.method-unknown" | "gateway.method-unknown-legacy" | "gateway.origin-denied" | "gateway.overloaded" | "gateway.parked-limit" | "gateway.prompt-unknown" | "gateway.quota-spent" | "gateway.rate-limited" | "gateway.request-state-unknown" | "gateway.resource-unknown" | "gateway.session-limit" | "gateway.session-unknown" | "gateway.subscription-refused" | "gateway.tool-not-allowed" | "gateway.tool-unknown" | "gateway.unsupported-media-type" | "gateway.upstream-broken" | "gateway.upstream-denied" | "gateway.upstream-error" | "gateway.upstream-login-needed" | "gateway.upstream-overloaded" | "gateway.upstream-redirected" | "gateway.upstream-timeout" | "gateway.upstream-too-large" | "gateway.upstream-unreachable" | "gateway.upstream-unsupported" | "gateway.version-unsupported" | "platform.body-too-large" | "platform.cross-site" | "platform.internal" | "platform.invalid-request" | "platform.malformed-json" | "platform.method-not-allowed" | "platform.not-found" | "platform.rate-limited" | "platform.stale-version" | "platform.unavailable" | "platform.unsupported-media-type" | "servers.account-not-found" | "servers.address-denied" | "servers.alias-taken" | "servers.assignee-unknown" | "servers.canary-limit" | "servers.canary-not-found" | "servers.canary-running" | "servers.canary-same-version" | "servers.canary-token-unknown" | "servers.change-decided" | "servers.change-not-found" | "servers.command-not-listed" | "servers.credential-misfit" | "servers.credential-unknown" | "servers.credential-unreadable" | "servers.credential-version-gone" | "servers.credential-version-not-found" | "servers.document-unreachable" | "servers.document-unreadable" | "servers.entry-not-found" | "servers.exposure-exists" | "servers.exposure-not-found" | "servers.freeze-exists" | "servers.freeze-not-found" | "servers.freeze-subject-unknown" | "servers.import-incomplete" | "servers.import-not-reachable" | "servers.import-stale" | "servers.in-use" | "servers.local-off" | "servers.lock-pending" | "servers.not-found" | "servers.oauth-answer-refused" | "servers.oauth-client-needed" | "servers.oauth-denied" | "servers.oauth-discovery-refused" | "servers.oauth-not-used" | "servers.oauth-unreachable" | "servers.package-not-available" | "servers.package-not-found" | "servers.parameter-refused" | "servers.prefix-taken" | "servers.reference-refused" | "servers.registry-exists" | "servers.registry-limit" | "servers.registry-not-found" | "servers.request-decided" | "servers.request-limit" | "servers.request-not-found" | "servers.request-own" | "servers.selection-misfit" | "servers.slug-taken" | "servers.tool-not-found" | "servers.transport-invalid" | "servers.transport-not-available" | "servers.version-in-use" | "servers.version-not-approved" | "servers.version-not-found" | "servers.version-out-of-service" | "servers.version-state" | "workspaces.last-owner" | "workspaces.member-exists" | "workspaces.member-not-found" | "workspaces.not-found" | "workspaces.role-too-high" | "workspaces.slug-taken" | "workspaces.token-lifetime" | "workspaces.token-not-active" | "workspaces.token-not-found" | "workspaces.token-not-restorable" | "workspaces.token-owner-unknown" | "workspaces.toolset-in-use" | "workspaces.toolset-name-taken" | "workspaces.toolset-not-found";
            /** @description What happened here, and what to do. */
            detail: string;
            errors?: components["schemas"]["ProblemField"][];
            /** @description The request's id; quote it when asking for help. */
            instance: string;
            status: number;
            title: string;
            /**
             * Format: uri-reference
             * @example /docs/errors#platform.not-found
             */
            type: string;
        };
        ProblemField: {
            /** @description What to do. */
            detail: string;
            /**
             * @description JSON Pointer into the body, or the name of a query parameter after a slash.
             * @example /email
             */
            pointer: string;
        };
        PublishedPrompt: {
            arguments: components["schemas"]["PublishedPromptArgument"][];
            description: string | null;
            /** @description The name clients see; null where it is not published. */
            name: string | null;
            /** @description The server's own name for it. */
            prompt: string;
            /** @description Whether clients see it. */
            published: boolean;
            /** @description Why clients do not see it. */
            reason?: string;
            /** @description The server's slug. */
            server: string;
            title: string | null;
        };
        PublishedPromptArgument: {
            description: string | null;
            name: string;
            required: boolean;
        };
        PublishedPromptList: {
            data: components["schemas"]["PublishedPrompt"][];
            /** @description Servers whose prompts are missing or may be out of date. */
            problems: components["schemas"]["ToolListProblem"][];
        };
        PublishedResource: {
            description: string | null;
            /** @enum {string} */
            kind: "resource" | "template";
            mimeType: string | null;
            name: string | null;
            /** @description The server's own URI or URI template. */
            originalUri: string;
            /** @description The server's slug. */
            server: string;
            title: string | null;
            /** @description The URI, or the URI template, that clients see. */
            uri: string;
        };
        PublishedResourceList: {
            /** @description Resources first, then templates. */
            data: components["schemas"]["PublishedResource"][];
            /** @description Servers whose resources are missing or may be out of date. */
            problems: components["schemas"]["ToolListProblem"][];
        };
        PublishedTool: {
            alias: string | null;
            /** @description Hints of the server about itself; not to be relied on. */
            annotations: Record<string, never> | null;
            /** @description Bytes of the definition that clients are given; of the own one where it is not published. */
            bytes: number;
            /** @description The description clients see. */
            description: string | null;
            enabled: boolean;
            gates: components["schemas"]["PublishedToolGate"][];
            /** @description JSON Schema of the arguments. */
            inputSchema: Record<string, never> | null;
            /** @description The name clients see; null where none could be made. */
            name: string | null;
            /** @description The server's own description. */
            originalDescription: string | null;
            /** @description Parameters that clients neither see nor set. */
            parameters: components["schemas"]["ToolParameter"][];
            /** @description Whether clients see it. */
            published: boolean;
            /** @description The server's slug. */
            server: string;
            title: string | null;
            /** @description The server's own name for it. */
            tool: string;
        };
        PublishedToolGate: {
            /**
             * @description The gates stand in the order a tool passes them.
             * @enum {string}
             */
            name: "exposed" | "lock" | "schema" | "name" | "enabled";
            ok: boolean;
            /** @description Why it stopped here, and what to do. */
            reason?: string;
        };
        PublishedToolList: {
            data: components["schemas"]["PublishedTool"][];
            /** @description Servers whose tools are missing or may be out of date. */
            problems: components["schemas"]["ToolListProblem"][];
        };
        ReadInviteRequest: {
            /** @description What stands behind # in the invitation link. */
            code: string;
        };
        Readiness: {
            /** @description Only with ?verbose. */
            checks?: components["schemas"]["ReadinessCheckView"][];
            ready: boolean;
        };
        ReadinessCheckView: {
            detail: string | null;
            name: string;
            ok: boolean;
        };
        Registry: {
            enabled: boolean;
            entries: number;
            /** @description Entries with something to know about their documents. */
            entriesWithWarnings: number;
            /** @description Grows with each change of the settings; also the entity tag. */
            etag: number;
            /** @description Minutes between two rounds. */
            everyMinutes: number;
            id: string;
            name: string;
            /** @description Why the last round failed; null where it went well. */
            problem: components["schemas"]["RegistryProblem"] | null;
            /** @description Whether it is being read now. */
            running: boolean;
            /** Format: date-time */
            succeededAt: string | null;
            /** Format: date-time */
            triedAt: string | null;
            /** @description Items of the last round that were no servers. */
            unreadable: number;
            url: string;
        };
        RegistryList: {
            data: components["schemas"]["Registry"][];
        };
        RegistryNotice: {
            detail: string | null;
            /** @description The name of the registry. */
            registry: string;
            /** @enum {string} */
            status: "deprecated" | "deleted";
        };
        RegistryProblem: {
            /** @description A code of the error catalogue. */
            code: string;
            detail: string | null;
        };
        RequestAssignee: {
            name: string;
            userId: string;
        };
        RequestAssigneeList: {
            data: components["schemas"]["RequestAssignee"][];
        };
        RequestCommentView: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["RequestPerson"];
            text: string;
        };
        RequestCounts: {
            /** @description Those among them that are assigned to you. */
            assignedToMe: number;
            /** @description Open requests that you may decide. */
            toDecide: number;
        };
        RequestCredential: {
            last4: string | null;
            name: string;
        };
        RequestDecision: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["RequestPerson"];
            note: string | null;
        };
        RequestPerson: {
            /** @description As shown at that time. */
            name: string;
            userId: string;
        };
        RequestPlace: {
            id: string;
            name: string;
            slug: string;
        };
        RevokeTokenRequest: {
            note?: string;
            /**
             * @description What is `compromised` stays revoked; anything else can be restored for an hour.
             * @default other
             * @enum {string}
             */
            reason?: "not-needed" | "replaced" | "owner-left" | "compromised" | "other";
        };
        RiskMarkAnswer: {
            /** @description What was found; hidden characters are written as U+…. */
            detail: string;
            /** @enum {string} */
            mark: "hidden-characters" | "bidirectional-text" | "tag-characters" | "terminal-escapes" | "mixed-scripts" | "addresses-model" | "mentions-other-tools" | "required-parameter-added" | "parameter-removed" | "parameter-type-changed" | "turned-destructive" | "read-only-dropped";
            /** @description JSON pointer into the definition that is seen now. */
            pointer: string;
        };
        RollbackRequest: {
            version: number;
        };
        RotateTokenRequest: {
            /** @description How long the old token still works after the first use of the new one. 0 when neither this nor `until` is given. */
            overlapSeconds?: number;
            /** @description User id or email of the member the new token belongs to, where it changes hands; the owner of the old one when absent. */
            owner?: string;
            /**
             * Format: date-time
             * @description When the old token ends at the latest.
             */
            until?: string;
        };
        SaveCallViewRequest: {
            filters: components["schemas"]["ViewFilters"];
            name: string;
            /**
             * @description Whether everybody in the workspace sees it.
             * @default false
             */
            shared?: boolean;
        };
        ScheduleFilters: {
            /** @description Name of the client, with or without its version. */
            client?: string;
            /**
             * @description The decision that stopped it.
             * @enum {string}
             */
            gate?: "rate" | "concurrency" | "quota" | "catalogue" | "lock" | "enabled" | "scope" | "arguments" | "credential" | "capacity";
            /** @description At least this much of it was the gateway's own, in milliseconds. */
            gatewayMin?: number;
            /** @description Less than this latency, in milliseconds. */
            latencyMax?: number;
            /** @description At least this latency, in milliseconds. */
            latencyMin?: number;
            /**
             * @description Where it ended.
             * @enum {string}
             */
            origin?: "client" | "gateway" | "upstream";
            /**
             * @description `failed` stands for all but success.
             * @enum {string}
             */
            outcome?: "success" | "tool_error" | "invalid" | "denied" | "limited" | "cancelled" | "gateway_error" | "upstream_error" | "overloaded" | "timeout" | "unknown" | "failed";
            /** @description Id of the person whose token it was. */
            person?: string;
            /** @description Code of the error catalogue. */
            reason?: string;
            /**
             * @description Revision of the protocol.
             * @example 2025-11-25
             */
            revision?: string;
            /** @description Slug of a server. */
            server?: string;
            status?: number;
            /** @description The id of a call or of a trace; any other text: part of a name of tool, server, token or client, or of the reason. */
            text?: string;
            /** @description Id of a token. */
            token?: string;
            /** @description A tool's published or original name. */
            tool?: string;
            /** @description At least this much of it was the server's, in milliseconds. */
            upstreamMin?: number;
        };
        SelectedTool: {
            alias?: string | null;
            description?: string | null;
            enabled: boolean;
            parameters?: components["schemas"]["ToolParameter"][];
            /** @description The server's slug. */
            server: string;
            /** @description The server's own name for it. */
            tool: string;
        };
        Server: {
            /**
             * @description What clients get of a definition that changed: the approved one, or nothing.
             * @enum {string}
             */
            changedItems: "keep" | "block";
            /** Format: date-time */
            createdAt: string;
            /** @description Whether every credential slot of the newest version has a value; null where it has no slot. */
            credentialsSet: boolean | null;
            dataTouched: string | null;
            description: string | null;
            documentationUrl: string | null;
            /** @description In how many workspaces it is exposed. */
            exposedIn: number;
            /** @example srv_01k… */
            id: string;
            latestVersion: components["schemas"]["Version"] | null;
            /**
             * @description What becomes of definitions that nobody approved: all are held, additions are admitted, or everything is.
             * @enum {string}
             */
            lockPolicy: "hold" | "additive" | "trust";
            name: string;
            owner: string | null;
            purpose: string | null;
            /** @description A registry deprecated or deleted the entry that it was made of. */
            registryNotice: components["schemas"]["RegistryNotice"] | null;
            slug: string;
            /** @description Null for a server that was entered by hand. */
            source: components["schemas"]["ServerSource"] | null;
            tags: string[];
            /** Format: date-time */
            updatedAt: string;
            /** @description Grows with each change; also the entity tag. */
            version: number;
        };
        ServerAccountList: {
            data: components["schemas"]["ServerAccountView"][];
        };
        ServerAccountView: {
            /** @description What the authorization server calls the account, where it says. */
            account: string | null;
            /** Format: date-time */
            connectedAt: string | null;
            /**
             * Format: date-time
             * @description When the access token ends.
             */
            expiresAt: string | null;
            /** @example https://login.example.com */
            issuer: string | null;
            /**
             * Format: date-time
             * @description When the server last refused the token.
             */
            lastFailureAt: string | null;
            /** @description Why: a code of the error catalogue. */
            lastFailureReason: string | null;
            /**
             * Format: date-time
             * @description When the server last let a call pass.
             */
            lastSuccessAt: string | null;
            /** Format: date-time */
            lastUsedAt: string | null;
            /**
             * Format: date-time
             * @description When the gateway last got a new access token by itself.
             */
            refreshedAt: string | null;
            /** @description Whether the gateway gets a new access token by itself. */
            renewable: boolean;
            scopes: string[];
            server: components["schemas"]["AccountServerRef"];
            /**
             * @description `lapsed`: the authorization server gives no new tokens; connect the account again.
             * @enum {string}
             */
            state: "none" | "connected" | "lapsed";
        };
        ServerAuth: {
            /** @description Needed of oauth-client. Of oauth-member where the gateway is known to the issuer already; else it registers by itself. */
            clientId?: string;
            /**
             * @description Of oauth-member alone: the one authorization server that is accepted. Needed with a client id.
             * @example https://login.example.com
             */
            issuer?: string;
            /**
             * @description How the client of that id proves itself. `none` is of oauth-member alone, for public clients.
             * @default client_secret_basic
             * @enum {string}
             */
            method?: "none" | "client_secret_basic" | "client_secret_post" | "private_key_jwt";
            /** @description Of oauth-client and oauth-member. Left out of oauth-member: what the server asks for. */
            scopes?: string[];
            /**
             * @description Token endpoint. Of oauth-client alone, and needed there.
             * @example https://login.example.com/token
             */
            tokenUrl?: string;
            /**
             * @description Which `Authorization` the server wants. `bearer` has the credential slot `auth:token`; `basic` has `auth:username` and `auth:password`; `oauth-client` gets tokens by OAuth client credentials and has `auth:client-secret` or, by `private_key_jwt`, `auth:private-key`; `oauth-member` sends the calls of each member with tokens of an account that the member connects, and has the slot of its method where it has a client id. Leave it out where secret headers are all it needs.
             * @enum {string}
             */
            type: "bearer" | "basic" | "oauth-client" | "oauth-member";
        };
        ServerExposure: {
            /** @description Tokens that work and may see something of the server. */
            activeTokens: number;
            /** @description A version that some clients are served first. */
            canaryVersion: number | null;
            enabled: boolean;
            toolPrefix: string | null;
            /** @description The pinned version. */
            version: number;
            /** @enum {string} */
            versionState: "draft" | "pending" | "approved" | "rejected" | "retired" | "quarantined";
            workspace: components["schemas"]["ExposingWorkspace"];
        };
        ServerExposureList: {
            data: components["schemas"]["ServerExposure"][];
            nextCursor: string | null;
            /** @description Whom a change reaches: enabled exposures on all pages. */
            reach: components["schemas"]["ServerReach"];
        };
        ServerList: {
            data: components["schemas"]["Server"][];
            nextCursor: string | null;
        };
        ServerReach: {
            activeTokens: number;
            workspaces: number;
        };
        ServerRequestList: {
            data: components["schemas"]["ServerRequestView"][];
            nextCursor: string | null;
        };
        ServerRequestView: {
            assignee: components["schemas"]["RequestPerson"] | null;
            comments: components["schemas"]["RequestCommentView"][];
            /** Format: date-time */
            createdAt: string;
            /** @description Secrets given with it; empty once it is decided. */
            credentials: components["schemas"]["RequestCredential"][];
            decision: components["schemas"]["RequestDecision"] | null;
            description: string | null;
            /** @description Grows with each change; also the entity tag. */
            etag: number;
            /** @example ask_01k… */
            id: string;
            /** @enum {string} */
            kind: "server" | "version" | "exposure";
            /** @description Whether you may approve it; false for your own where four eyes are asked for. */
            mayApprove: boolean;
            /** @description Whether you may deny, assign and test it. */
            mayDecide: boolean;
            /** @description Whether it is yours to take back. */
            mayWithdraw: boolean;
            name: string;
            reason: string;
            requestedBy: components["schemas"]["RequestPerson"];
            /** @description The server it is about, or that came of it. */
            server: components["schemas"]["RequestPlace"] | null;
            slug: string | null;
            /** @enum {string} */
            state: "open" | "approved" | "denied" | "withdrawn";
            toolPrefix: string | null;
            /** Transport */
            transport: (components["schemas"]["HttpTransport"] | components["schemas"]["StdioTransport"] | components["schemas"]["BuiltinTransport"]) | null;
            /** @description The Version asked for; once approved, the one that is shown. */
            version: number | null;
            workspace: components["schemas"]["RequestPlace"];
        };
        ServerSource: {
            /** @enum {string} */
            kind: "registry" | "configuration" | "bundled";
            /** @description What the document calls it. */
            name: string | null;
            /** @description Where the document was read. */
            url: string | null;
            /** @description The version the document gave itself. */
            version: string | null;
        };
        ServerToolPolicy: {
            /**
             * @description Whether tools that come in from now on are shown.
             * @enum {string}
             */
            newTools: "on" | "off";
            /** @description The server's slug. */
            server: string;
        };
        SessionList: {
            data: components["schemas"]["ConsoleSession"][];
        };
        SetAuditPolicyRequest: {
            /** @description Nothing of this workspace is dropped. */
            legalHold: boolean;
            /**
             * @description Whether calls are answered only once their records are safe from power loss.
             * @enum {string|null}
             */
            mode: "available" | "strict" | null;
            /** @description Longer than the installation keeps them. */
            retentionDays: number | null;
        };
        SetCredentialsRequest: {
            /**
             * @description Slot name → where its value is read: `file:/path` of a file in the folder `CREDENTIAL_FILES`, or `env:NAME` of a variable whose name begins with `MCPNEST_CREDENTIAL_`.
             * @example {
             *       "X-Api-Key": "env:MCPNEST_CREDENTIAL_TICKETS"
             *     }
             */
            references?: {
                [key: string]: string;
            };
            /** @description Slot name → value; write-only. Slots that are left out keep theirs. */
            values?: {
                [key: string]: string;
            };
        };
        SetEgressRequest: {
            /**
             * @example [
             *       "10.20.0.0/16:443",
             *       "mcp.intern:8080"
             *     ]
             */
            rules: string[];
        };
        SetLimitRequest: {
            /** @description Requests at once after a quiet time; ten seconds of the rate where it is left out. */
            burst?: number | null;
            /** @description Tool calls per day of UTC. */
            callsPerDay?: number | null;
            /** @description Requests under way at once. */
            concurrency?: number | null;
            /** @description Requests per second. */
            ratePerSecond?: number | null;
            /**
             * @description Counted together: all of the workspace, each token, one token, a tool (or all tools of a server), each address.
             * @enum {string}
             */
            scope: "workspace" | "each-token" | "token" | "tool" | "each-address";
            /** @description The token's id, or `server:tool` with the server's slug and the upstream's own name; `server:*` for the others of a server. */
            subject?: string | null;
        };
        SetOidcRequest: {
            buttonLabel: string;
            clientId: string;
            /**
             * Format: password
             * @description Write-only. Absent: the one before stays; null: none.
             */
            clientSecret?: string | null;
            /** @description Domains whose addresses prove who somebody is: they link an account, and admit new people where `provisioning` is `automatic`. */
            emailDomains: string[];
            /** @description Take addresses as checked where the provider says nothing of `email_verified`. */
            emailTrusted: boolean;
            /** @description Whether the sign-in page offers it. */
            enabled: boolean;
            /** @description Applied at each sign-in; of several the strongest counts. */
            groupRoles: components["schemas"]["OidcGroupRole"][];
            /** @description Claim of the ID token that lists groups. */
            groupsClaim: string;
            /** @description The address that the provider calls itself; `/.well-known/openid-configuration` is read below it. */
            issuer: string;
            /** @description Members are operators; who leaves it is none any more. Null: operators are made here only. */
            operatorGroup: string | null;
            /** @enum {string} */
            provisioning: "invited" | "automatic";
            /** @description Asked for besides `openid`, such as `email`, `profile`, `groups`. */
            scopes: string[];
        };
        SetOwnCredentialsRequest: {
            /** @description Slot name → value; write-only. Slots that are left out keep theirs. */
            values: {
                [key: string]: string;
            };
        };
        SetupRequest: {
            /** @description The code of the link that the server printed at its start. */
            code: string;
            /** Format: email */
            email: string;
            /** @description The person's name. */
            name: string;
            /** Format: password */
            password: string;
        };
        SetupState: {
            /** @description Whether the first operator is still to be made. */
            open: boolean;
        };
        SharedFolder: {
            /** @example /srv/documents */
            path: string;
            /** @default false */
            writable?: boolean;
        };
        SignInMethods: {
            password: boolean;
            /** @description Null where no identity provider is set up. */
            sso: components["schemas"]["SingleSignOn"] | null;
        };
        SignInReport: {
            /** @description Where people will sign in. */
            authorizationEndpoint: string;
            /**
             * @description How the authorization server will know the gateway: by the client id that was given, by a document at an address of the gateway, or by a registration. Null: it takes neither, and a client id has to be given.
             * @enum {string|null}
             */
            client: "given" | "document" | "registered" | null;
            /** @example https://login.example.com */
            issuer: string;
            /** @description The redirect address to enter where the gateway is registered by hand. */
            redirectUri: string;
            /** @description What the tokens will be for (RFC 8707). */
            resource: string;
            /** @description Whether tokens can be taken back. */
            revocable: boolean;
            /** @description What will be asked for. */
            scopes: string[];
            tokenEndpoint: string;
        };
        SingleSignOn: {
            /** @description What stands on the button. */
            label: string;
        };
        SlowCallsByShare: {
            p50: components["schemas"]["SlowCallsView"] | null;
            p95: components["schemas"]["SlowCallsView"] | null;
            p99: components["schemas"]["SlowCallsView"] | null;
        };
        SlowCallsView: {
            /** @description As the filters of latencies take it. */
            atLeastMs: number;
            /** @description As many as the filter shows. */
            calls: number;
        };
        StartCanaryRequest: {
            /** @description Of sessions, and of tokens for requests without a session. */
            sharePercent?: number;
            /** @description Ids of tokens that are all served it. */
            tokens?: string[];
            /** @description An approved version other than the pinned one. */
            version: number;
        };
        StdioTransport: {
            args?: string[];
            /**
             * @description What the server is told that clients can be asked for; see HttpTransport.
             * @default faithful
             * @enum {string}
             */
            clientCapabilities?: "faithful" | "superset";
            /** @example /usr/local/bin/server */
            command?: string;
            env?: components["schemas"]["TransportHeader"][];
            /** @description Folders of this machine that the program sees, under their own paths. */
            folders?: components["schemas"]["SharedFolder"][];
            /** @description What exactly the package is: pinned when the version was made. Of answers alone. */
            readonly integrity?: string;
            /**
             * @description Whether the program may use the network; shown is whether it can be kept from it.
             * @default false
             */
            network?: boolean;
            /**
             * @description With its exact version; of PyPI `pypi:name==1.2.3`.
             * @example npm:@scope/name@1.2.3
             */
            package?: string;
            /**
             * @description Packages of npm whose install scripts may run, once, behind the fence: the package itself, or one that it depends on. None where it is left out.
             * @example [
             *       "npm:name@1.2.3"
             *     ]
             */
            scripts?: string[];
            /** @enum {string} */
            type: "stdio";
            /**
             * @description Whether it runs while nobody calls it.
             * @default false
             */
            warm?: boolean;
        };
        TelemetryHealth: {
            /** @description Sendings of metrics that it took. */
            metricsExported: number;
            /** @description Sendings of metrics that it did not take. */
            metricsFailed: number;
            /** @description Spans never sent, because too many waited. */
            spansDropped: number;
            /** @description Spans that the collector took since the start. */
            spansExported: number;
            /** @description Spans given up, because it did not take them. */
            spansFailed: number;
        };
        TemplateHeader: {
            name: string;
            /** @description One that is not required is left out where its inputs are empty. */
            required: boolean;
            secret: boolean;
            /** @description May hold `{key}` of inputs. */
            value: string;
        };
        TestConnectionRequest: {
            /** @description Used for this test alone, never stored. */
            credentials?: {
                [key: string]: string;
            };
            /** @description Slug or id of a server whose stored credentials fill the slots left open, where the origin is theirs. */
            server?: string;
            transport: components["schemas"]["Transport"];
        };
        TestReport: {
            /** @description How many of what else it offers. */
            counts?: components["schemas"]["TestedOffers"];
            /** @enum {string} */
            era?: "legacy" | "modern";
            /** @description Of the tools, those to look at before anybody approves them; at most 50. */
            flagged?: components["schemas"]["FlaggedTool"][];
            ok: boolean;
            protocolVersion?: string;
            serverInfo?: components["schemas"]["TestedServer"];
            stages: components["schemas"]["TestStage"][];
            tools?: components["schemas"]["ToolSummary"][];
        };
        TestStage: {
            detail?: string;
            ms?: number;
            /** @enum {string} */
            name: "address" | "connect" | "handshake" | "tools";
            ok: boolean;
            /** @description A code of the error catalogue. */
            reason?: string;
        };
        TestedOffers: {
            prompts?: number;
            resources?: number;
            /** @description Resource templates. */
            templates?: number;
        };
        TestedServer: {
            name: string;
            version: string;
        };
        Token: {
            /** @description Where it may be used from; null: anywhere. */
            addresses: string[] | null;
            /** @enum {string|null} */
            attention: "expiring" | "unused" | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When a rotation ends it, if that is known yet.
             */
            endsAt: string | null;
            /** @description For `If-Match`. */
            etag: number;
            /** Format: date-time */
            expiresAt: string | null;
            id: string;
            /** @enum {string} */
            kind: "personal" | "service";
            last4: string;
            /** @description When it was last shown from an address that it may not be used from. */
            lastRefusal: components["schemas"]["TokenUse"] | null;
            lastUse: components["schemas"]["TokenUse"] | null;
            /**
             * Format: date-time
             * @description To the minute.
             */
            lastUsedAt: string | null;
            name: string;
            /** @description Null: a service token. */
            owner: components["schemas"]["TokenOwner"] | null;
            /** @enum {string} */
            prefix: "mng_";
            /** @description The token that a rotation made in its place. */
            replacedBy: string | null;
            /**
             * Format: date-time
             * @description Until when a mistaken revoke can be taken back.
             */
            restorableUntil: string | null;
            /** @enum {string|null} */
            revokeReason: "not-needed" | "replaced" | "owner-left" | "compromised" | "other" | null;
            /** Format: date-time */
            revokedAt: string | null;
            /** @enum {string} */
            state: "active" | "expired" | "revoked" | "rotating";
            tools: string[] | null;
            /** @description Whether it was used since it was rotated. */
            usedSinceRotation: boolean;
        };
        TokenList: {
            data: components["schemas"]["Token"][];
            nextCursor: string | null;
        };
        TokenOwner: {
            /** Format: email */
            email: string;
            name: string | null;
            userId: string;
        };
        TokenSettings: {
            /** @description Days a token may live at most; null: any. */
            lifetimeDaysMax: number | null;
            /** @description Whether tokens may be made that never expire. Not with a longest life. */
            mayNeverExpire: boolean;
        };
        TokenUse: {
            address: string | null;
            /**
             * Format: date-time
             * @description To the minute.
             */
            at: string;
            /** @description What the client calls itself, or its User-Agent. */
            client: string | null;
        };
        ToolBill: {
            /** @description What one client reads to list all published tools. */
            bytes: number;
            /** @description The dearest first. */
            servers: components["schemas"]["BilledServer"][];
            /**
             * Format: date-time
             * @description Calls are counted from here.
             */
            since: string;
            tokens: number;
            /** @description The dearest first. */
            tools: components["schemas"]["BilledTool"][];
        };
        ToolExplanation: {
            /** @description What was asked for. */
            asked: string;
            gates: components["schemas"]["ExplainedGateView"][];
            /** @description The name clients see, or would see. */
            name: string | null;
            /** @description Null where no server is known to have it. */
            server: string | null;
            /** @description Names that look alike, where nothing has this one. */
            similar: string[];
            /** @enum {string|null} */
            stoppedBy: "server-approved" | "version-pinned" | "exposed" | "enabled" | "token" | "lock" | "name" | "schema" | "budget" | "health" | null;
            /** @description The same in one sentence. */
            summary: string;
            tool: string | null;
            /** @description Whether the token, or any token without limits, sees it. */
            visible: boolean;
        };
        ToolFilterRequest: {
            enabled?: boolean;
            published?: boolean;
            /** @description Part of a name or description, whatever its case. */
            q?: string;
            /** @description The server's slug. */
            server?: string;
        };
        ToolListProblem: {
            detail: string;
            /** @description A code of the error catalogue. */
            reason: string;
            /** @description The server's slug. */
            server: string;
        };
        ToolParameter: {
            /**
             * @description pinned: every call carries `value`. hidden: calls that send it are refused.
             * @enum {string}
             */
            mode: "pinned" | "hidden";
            /** @description A top-level parameter of the tool. */
            name: string;
            /** @description Any JSON value; of pinned parameters alone. Everybody who may read tools can read it, so no secret belongs here. */
            value?: Record<string, never> | unknown[] | string | number | boolean | null;
        };
        ToolPolicyList: {
            data: components["schemas"]["ServerToolPolicy"][];
        };
        ToolSelection: {
            /**
             * @description The form of this document.
             * @enum {number}
             */
            format: 1;
            /** @description Tools that are not named stay as they are. */
            tools: components["schemas"]["SelectedTool"][];
        };
        ToolSummary: {
            description?: string;
            name: string;
            title?: string;
        };
        ToolsetList: {
            data: components["schemas"]["ToolsetView"][];
            nextCursor: string | null;
        };
        ToolsetView: {
            /** Format: date-time */
            createdAt: string;
            /** @description For `If-Match`. */
            etag: number;
            id: string;
            name: string;
            /** @description Tokens that still work and are limited to it. */
            tokens: number;
            tools: string[];
            /** Format: date-time */
            updatedAt: string;
        };
        /** Transport */
        Transport: components["schemas"]["HttpTransport"] | components["schemas"]["StdioTransport"] | components["schemas"]["BuiltinTransport"];
        TransportDifference: {
            /** @enum {string} */
            field: "type" | "address" | "era" | "clientCapabilities" | "arguments" | "integrity" | "scripts" | "network" | "folders" | "warm" | "header";
            /** @description A secret header reads "(secret)". */
            from: string | null;
            /** @description Name of the header. */
            name: string | null;
            to: string | null;
        };
        TransportHeader: {
            /** @example X-Api-Key */
            name: string;
            /** @description A secret header is a credential slot: its value is set apart and can never be read. */
            secret?: boolean;
            /** @description Value of a header that is not secret. */
            value?: string;
        };
        TransportTemplate: {
            headers: components["schemas"]["TemplateHeader"][];
            /** @enum {string} */
            type: "streamable-http" | "sse";
            /** @description May hold `{key}` of inputs. */
            url: string;
        };
        UpdateCanaryRequest: {
            /** @description Of sessions, and of tokens for requests without a session. */
            sharePercent?: number;
            /** @description Ids of tokens that are all served it. */
            tokens?: string[];
        };
        UpdateExportScheduleRequest: {
            /** @description Periods that pass while it is off are taken out once it is on again. */
            enabled?: boolean;
        };
        UpdateExposureRequest: {
            enabled?: boolean;
            position?: number;
            toolPrefix?: string | null;
            version?: number;
        };
        UpdateLimits: {
            burst?: number;
            concurrency?: number;
            ratePerSecond?: number;
        };
        UpdateRegistryRequest: {
            enabled?: boolean;
            /** @description Minutes between two rounds. */
            everyMinutes?: number;
            name?: string;
            /** @description Where the registry lives, or the address of its list or of a file; its API is that of the official registry, v0.1. */
            url?: string;
        };
        UpdateServerRequest: {
            /**
             * @description Takes the permission versions:approve.
             * @enum {string}
             */
            changedItems?: "keep" | "block";
            /** @description Which data it can read or change. */
            dataTouched?: string | null;
            description?: string | null;
            /** @description An http(s) address. */
            documentationUrl?: string | null;
            /**
             * @description Takes the permission versions:approve.
             * @enum {string}
             */
            lockPolicy?: "hold" | "additive" | "trust";
            name?: string;
            /** @description Who answers for the server: a person or a team. */
            owner?: string | null;
            /** @description What the company uses it for. */
            purpose?: string | null;
            slug?: string;
            /** @description Words of lower-case letters, digits and hyphens, at most 32 characters each. */
            tags?: string[];
        };
        UpdateTokenRequest: {
            /**
             * @description As for a new token; null: anywhere.
             * @example [
             *       "203.0.113.0/24",
             *       "2001:db8::/32"
             *     ]
             */
            addresses?: string[] | null;
            /**
             * Format: date-time
             * @description Null: never.
             */
            expiresAt?: string | null;
            name?: string;
            /**
             * @description As for a new token; null: all tools.
             * @example [
             *       "github:get_issue",
             *       "jira:*"
             *     ]
             */
            tools?: string[] | null;
        };
        UpdateToolRequest: {
            /** @description The name clients see instead; null takes it back. */
            alias?: string | null;
            /** @description The description clients see instead; null takes it back. */
            description?: string | null;
            enabled?: boolean;
            /** @description All of them; an empty list takes them back. */
            parameters?: components["schemas"]["ToolParameter"][];
        };
        UpdateToolsRequest: {
            change: components["schemas"]["BulkToolChange"];
            /** @description Only says what would be changed. */
            dryRun?: boolean;
            /** @description All tools that fit, as they are when the request arrives. */
            filter?: components["schemas"]["ToolFilterRequest"];
            /** @description Published names or `server:tool`. This or `filter`. */
            names?: string[];
        };
        UpdateToolsetRequest: {
            /** @description Tokens that name it follow. */
            name?: string;
            /**
             * @description `server:tool` with the server slug and the upstream's own tool name; `*` stands for anything.
             * @example [
             *       "github:get_issue",
             *       "jira:*"
             *     ]
             */
            tools?: string[];
        };
        UpdateWebhookRequest: {
            /** @description Messages wait while it is off. */
            enabled?: boolean;
            /**
             * @description Names of events; `servers.` stands for all of them, `*` for all.
             * @example [
             *       "servers.frozen",
             *       "workspaces."
             *     ]
             */
            events?: string[];
            name?: string;
            /** Format: uri */
            url?: string;
        };
        UpdateWorkspaceRequest: {
            limits?: components["schemas"]["UpdateLimits"];
            name?: string;
            /** @description Changes the gateway URL: clients must be set up anew. */
            slug?: string;
            /** @enum {number} */
            toolNameLengthMax?: 46 | 64 | 128;
        };
        UpdatedTools: {
            /** @description Tools that differ from before, or would. */
            changed: number;
            /** @description Tools that were meant. */
            matched: number;
            /** @description What was meant, as `server:tool`. */
            tools: string[];
        };
        Verification: {
            chains: components["schemas"]["ChainVerdictView"][];
            ok: boolean;
            rows: number;
            signedRows: number;
        };
        VerifyCallsRequest: {
            /**
             * Format: date
             * @description The first day, UTC.
             */
            from: string;
            /**
             * Format: date
             * @description The last day, UTC.
             */
            to: string;
        };
        Version: {
            /** Format: date-time */
            approvedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: components["schemas"]["VersionCreator"];
            note: string | null;
            /** @description Counts from 1 within its server. */
            number: number;
            /** @enum {string} */
            state: "draft" | "pending" | "approved" | "rejected" | "retired" | "quarantined";
            /** @description Null until the server answered for the first time. */
            tools: components["schemas"]["ToolSummary"][] | null;
            transport: components["schemas"]["Transport"];
        };
        VersionActionRequest: {
            note?: string | null;
        };
        VersionCreator: {
            name: string;
            userId: string | null;
        };
        VersionDiff: {
            credentials: components["schemas"]["CredentialSlotDifference"];
            definitions: components["schemas"]["DefinitionDifference"][];
            from: components["schemas"]["ComparedVersion"];
            to: components["schemas"]["ComparedVersion"];
            transport: components["schemas"]["TransportDifference"][];
            /** @description How many definitions are the same in both. */
            unchanged: number;
        };
        VersionFigures: {
            /** @description Calls that succeeded or failed; not those that were refused or cancelled. */
            calls: number;
            /** @description Both kinds of errors by calls, 0 to 1; null without calls. */
            errorRate: number | null;
            /** @description Milliseconds, as clients wait. */
            p50Ms: number | null;
            /** @description Milliseconds, as clients wait. */
            p95Ms: number | null;
            /** @description Errors of the server and on the way to it. */
            serverErrors: number;
            /** @description Errors that tools answered with. */
            toolErrors: number;
            version: number;
        };
        VersionHistory: {
            data: components["schemas"]["VersionStep"][];
            nextCursor: string | null;
        };
        VersionList: {
            data: components["schemas"]["Version"][];
            nextCursor: string | null;
        };
        VersionStep: {
            actor: components["schemas"]["LedgerActor"];
            /** Format: date-time */
            createdAt: string;
            /** @description Null where the Version was made. */
            from: string | null;
            /** @description Why, in the words of who did it. */
            note: string | null;
            /** @description Of the ledger entry. */
            number: number;
            to: string;
            /** @description The Version it happened to. */
            version: number;
        };
        ViewFilters: {
            /** @description Name of the client, with or without its version. */
            client?: string;
            /**
             * Format: date-time
             * @description Not before; seven days ago unless told.
             */
            from?: string;
            /**
             * @description The decision that stopped it.
             * @enum {string}
             */
            gate?: "rate" | "concurrency" | "quota" | "catalogue" | "lock" | "enabled" | "scope" | "arguments" | "credential" | "capacity";
            /** @description At least this much of it was the gateway's own, in milliseconds. */
            gatewayMin?: number;
            /** @description Less than this latency, in milliseconds. */
            latencyMax?: number;
            /** @description At least this latency, in milliseconds. */
            latencyMin?: number;
            /**
             * @description Where it ended.
             * @enum {string}
             */
            origin?: "client" | "gateway" | "upstream";
            /**
             * @description `failed` stands for all but success.
             * @enum {string}
             */
            outcome?: "success" | "tool_error" | "invalid" | "denied" | "limited" | "cancelled" | "gateway_error" | "upstream_error" | "overloaded" | "timeout" | "unknown" | "failed";
            /** @description Id of the person whose token it was. */
            person?: string;
            /**
             * @description The last hour, day, seven or thirty days.
             * @enum {string}
             */
            range?: "h1" | "h24" | "d7" | "d30";
            /** @description Code of the error catalogue. */
            reason?: string;
            /**
             * @description Revision of the protocol.
             * @example 2025-11-25
             */
            revision?: string;
            /** @description Slug of a server. */
            server?: string;
            status?: number;
            /** @description The id of a call or of a trace; any other text: part of a name of tool, server, token or client, or of the reason. */
            text?: string;
            /**
             * Format: date-time
             * @description Before.
             */
            to?: string;
            /** @description Id of a token. */
            token?: string;
            /** @description A tool's published or original name. */
            tool?: string;
            /** @description At least this much of it was the server's, in milliseconds. */
            upstreamMin?: number;
        };
        WebhookDelivery: {
            attempts: components["schemas"]["DeliveryAttemptView"][];
            /** @description What is sent. */
            body: string;
            /** Format: date-time */
            createdAt: string;
            /** @description Sent as `webhook-id`; the same whenever the event is sent again. */
            id: string;
            /**
             * Format: date-time
             * @description Of the next try.
             */
            nextAt: string | null;
            /** @enum {string} */
            state: "waiting" | "delivered" | "dead";
            /** @example servers.frozen */
            type: string;
        };
        WebhookDeliveryPage: {
            data: components["schemas"]["WebhookDelivery"][];
            nextCursor: string | null;
        };
        WebhookList: {
            data: components["schemas"]["WebhookView"][];
            nextCursor: string | null;
        };
        WebhookView: {
            /** Format: date-time */
            createdAt: string;
            enabled: boolean;
            events: string[];
            /**
             * Format: date-time
             * @description Until then the secret before signs as well.
             */
            formerSecretUntil: string | null;
            id: string;
            name: string;
            /** @description Why it was switched off by itself. */
            problem: string | null;
            url: string;
        };
        WebhookWithSecret: {
            /** Format: date-time */
            createdAt: string;
            enabled: boolean;
            events: string[];
            /**
             * Format: date-time
             * @description Until then the secret before signs as well.
             */
            formerSecretUntil: string | null;
            id: string;
            name: string;
            /** @description Why it was switched off by itself. */
            problem: string | null;
            /**
             * @description Signs every message; shown this once.
             * @example whsec_…
             */
            secret: string;
            url: string;
        };
        Workspace: {
            counts: components["schemas"]["WorkspaceCounts"];
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: uri
             * @description What MCP clients connect to.
             */
            gatewayUrl: string;
            id: string;
            limits: components["schemas"]["Limits"];
            name: string;
            /**
             * @description The caller's role; null for an operator who is not a member.
             * @enum {string|null}
             */
            role: "owner" | "admin" | "developer" | "auditor" | null;
            slug: string;
            /** @enum {number} */
            toolNameLengthMax: 46 | 64 | 128;
            /** @description Grows with every change; send it as If-Match. */
            version: number;
        };
        WorkspaceCounts: {
            /** @description Members, invited ones included. */
            members: number;
            servers: number;
            /** @description Tokens that are neither revoked nor expired. */
            tokens: number;
        };
        WorkspaceList: {
            data: components["schemas"]["Workspace"][];
            nextCursor: string | null;
        };
        WrappingMasterKey: {
            /** @description Data keys that it wraps. */
            keys: number;
            /** @description Names the master key, and tells nothing of it. Null: wrapped before keys had names. */
            masterId: string | null;
            /**
             * @description `unknown`: neither of the keys that are given has this name.
             * @enum {string}
             */
            place: "in-force" | "former" | "unknown";
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    gateway_openStream: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description The token is missing, malformed, expired, revoked or not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The session is unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description There is no session to stream. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    gateway_exchangeMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description The answer, as JSON or as a stream of events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                    "text/event-stream": string;
                };
            };
            /** @description A notification was taken. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The message is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The token is missing, malformed, expired, revoked or not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The origin is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The session or the method is unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The message is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The message is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description A limit is reached; see Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Something broke in the gateway. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The gateway is overloaded or stopping. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    gateway_endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The token is missing, malformed, expired, revoked or not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The session is unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description No session was named. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    auth_listApiKeys: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_createApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApiKeyRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiKey"];
                };
            };
            /** @description `auth.scope-unknown`: A scope is not known. `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.api-key-not-found`: There is no such API key. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_readEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChainEvidence"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_exportChain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_acknowledgeGaps: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcknowledgeGapsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenGaps"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `audit.gap-not-found`: There is no such gap. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_listGaps: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before. */
                cursor?: string;
                /** @description Whether only gaps that nobody acknowledged are shown. */
                open?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditGapPage"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_listPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPolicyList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_setPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Slug or id of a workspace; an id finds those that are gone. */
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetAuditPolicyRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPolicyView"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_readPublicKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPublicKey"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_readStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditStatus"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_verifyCalls: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyCallsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_acceptInvite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInviteRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description `auth.password-weak`: The password is too short. `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.credentials-wrong`: Email or password is wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.invite-not-valid`: This invitation is unknown, used or expired. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.too-many-attempts`: Too many failed sign-ins. `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.busy`: Too many sign-ins at once. `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_readInvite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadInviteRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invite"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.invite-not-valid`: This invitation is unknown, used or expired. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.credentials-wrong`: Email or password is wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.too-many-attempts`: Too many failed sign-ins. `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.busy`: Too many sign-ins at once. `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_readSignInMethods: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInMethods"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_answerOidc: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the console, signed in, or to the sign-in page with a problem. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_startOidc: {
        parameters: {
            query?: {
                /** @description A path of this console to go to afterwards. */
                next?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the identity provider, or to the sign-in page with a problem. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_analyseCompanyCalls: {
        parameters: {
            query?: {
                /** @description Slug of a server. */
                server?: string;
                /** @description A tool's published or original name. */
                tool?: string;
                status?: number;
                /** @description `failed` stands for all but success. */
                outcome?: "success" | "tool_error" | "invalid" | "denied" | "limited" | "cancelled" | "gateway_error" | "upstream_error" | "overloaded" | "timeout" | "unknown" | "failed";
                /** @description Where it ended. */
                origin?: "client" | "gateway" | "upstream";
                /** @description The decision that stopped it. */
                gate?: "rate" | "concurrency" | "quota" | "catalogue" | "lock" | "enabled" | "scope" | "arguments" | "credential" | "capacity";
                /** @description Code of the error catalogue. */
                reason?: string;
                /** @description Id of a token. */
                token?: string;
                /** @description Id of the person whose token it was. */
                person?: string;
                /** @description Name of the client, with or without its version. */
                client?: string;
                /** @description Revision of the protocol. */
                revision?: string;
                /** @description At least this latency, in milliseconds. */
                latencyMin?: number;
                /** @description Less than this latency, in milliseconds. */
                latencyMax?: number;
                /** @description At least this much of it was the server's, in milliseconds. */
                upstreamMin?: number;
                /** @description At least this much of it was the gateway's own, in milliseconds. */
                gatewayMin?: number;
                /** @description The id of a call or of a trace; any other text: part of a name of tool, server, token or client, or of the reason. */
                text?: string;
                /** @description Not before; seven days ago unless told. */
                from?: string;
                /** @description Before. */
                to?: string;
                /** @description Slug of a workspace. */
                workspace?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallAnalytics"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_exportCompanyCalls: {
        parameters: {
            query?: {
                /** @description Slug of a server. */
                server?: string;
                /** @description A tool's published or original name. */
                tool?: string;
                status?: number;
                /** @description `failed` stands for all but success. */
                outcome?: "success" | "tool_error" | "invalid" | "denied" | "limited" | "cancelled" | "gateway_error" | "upstream_error" | "overloaded" | "timeout" | "unknown" | "failed";
                /** @description Where it ended. */
                origin?: "client" | "gateway" | "upstream";
                /** @description The decision that stopped it. */
                gate?: "rate" | "concurrency" | "quota" | "catalogue" | "lock" | "enabled" | "scope" | "arguments" | "credential" | "capacity";
                /** @description Code of the error catalogue. */
                reason?: string;
                /** @description Id of a token. */
                token?: string;
                /** @description Id of the person whose token it was. */
                person?: string;
                /** @description Name of the client, with or without its version. */
                client?: string;
                /** @description Revision of the protocol. */
                revision?: string;
                /** @description At least this latency, in milliseconds. */
                latencyMin?: number;
                /** @description Less than this latency, in milliseconds. */
                latencyMax?: number;
                /** @description At least this much of it was the server's, in milliseconds. */
                upstreamMin?: number;
                /** @description At least this much of it was the gateway's own, in milliseconds. */
                gatewayMin?: number;
                /** @description The id of a call or of a trace; any other text: part of a name of tool, server, token or client, or of the reason. */
                text?: string;
                /** @description Not before; seven days ago unless told. */
                from?: string;
                /** @description Before. */
                to?: string;
                /** @description Slug of a workspace. */
                workspace?: string;
                format?: "csv" | "ndjson";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A download, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_countCompanyCalls: {
        parameters: {
            query?: {
                /** @description Slug of a server. */
                server?: string;
                /** @description A tool's published or original name. */
                tool?: string;
                status?: number;
                /** @description `failed` stands for all but success. */
                outcome?: "success" | "tool_error" | "invalid" | "denied" | "limited" | "cancelled" | "gateway_error" | "upstream_error" | "overloaded" | "timeout" | "unknown" | "failed";
                /** @description Where it ended. */
                origin?: "client" | "gateway" | "upstream";
                /** @description The decision that stopped it. */
                gate?: "rate" | "concurrency" | "quota" | "catalogue" | "lock" | "enabled" | "scope" | "arguments" | "credential" | "capacity";
                /** @description Code of the error catalogue. */
                reason?: string;
                /** @description Id of a token. */
                token?: string;
                /** @description Id of the person whose token it was. */
                person?: string;
                /** @description Name of the client, with or without its version. */
                client?: string;
                /** @description Revision of the protocol. */
                revision?: string;
                /** @description At least this latency, in milliseconds. */
                latencyMin?: number;
                /** @description Less than this latency, in milliseconds. */
                latencyMax?: number;
                /** @description At least this much of it was the server's, in milliseconds. */
                upstreamMin?: number;
                /** @description At least this much of it was the gateway's own, in milliseconds. */
                gatewayMin?: number;
                /** @description The id of a call or of a trace; any other text: part of a name of tool, server, token or client, or of the reason. */
                text?: string;
                /** @description Not before; seven days ago unless told. */
                from?: string;
                /** @description Before. */
                to?: string;
                /** @description Slug of a workspace. */
                workspace?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallHistogram"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_listCompanyCalls: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before. */
                cursor?: string;
                /** @description Slug of a server. */
                server?: string;
                /** @description A tool's published or original name. */
                tool?: string;
                status?: number;
                /** @description `failed` stands for all but success. */
                outcome?: "success" | "tool_error" | "invalid" | "denied" | "limited" | "cancelled" | "gateway_error" | "upstream_error" | "overloaded" | "timeout" | "unknown" | "failed";
                /** @description Where it ended. */
                origin?: "client" | "gateway" | "upstream";
                /** @description The decision that stopped it. */
                gate?: "rate" | "concurrency" | "quota" | "catalogue" | "lock" | "enabled" | "scope" | "arguments" | "credential" | "capacity";
                /** @description Code of the error catalogue. */
                reason?: string;
                /** @description Id of a token. */
                token?: string;
                /** @description Id of the person whose token it was. */
                person?: string;
                /** @description Name of the client, with or without its version. */
                client?: string;
                /** @description Revision of the protocol. */
                revision?: string;
                /** @description At least this latency, in milliseconds. */
                latencyMin?: number;
                /** @description Less than this latency, in milliseconds. */
                latencyMax?: number;
                /** @description At least this much of it was the server's, in milliseconds. */
                upstreamMin?: number;
                /** @description At least this much of it was the gateway's own, in milliseconds. */
                gatewayMin?: number;
                /** @description The id of a call or of a trace; any other text: part of a name of tool, server, token or client, or of the reason. */
                text?: string;
                /** @description Not before; seven days ago unless told. */
                from?: string;
                /** @description Before. */
                to?: string;
                /** @description Slug of a workspace. */
                workspace?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallPage"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_getCompanyCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                callId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Call"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `audit.call-not-found`: There is no such call. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_listCatalogueEntries: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before. */
                cursor?: string;
                /** @description Words of the name, description, address or package. */
                search?: string;
                /** @description `local`: would have to run beside the gateway. */
                transport?: "streamable-http" | "sse" | "local";
                /** @description Who put the document together. */
                source?: "publisher" | "curated" | "registry";
                /** @description Id of a registry that is kept here: its entries instead of the bundled ones. */
                registry?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueEntryList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.registry-not-found`: There is no such registry. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_readCatalogueEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueEntry"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.entry-not-found`: There is no such entry to add. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_readCatalogueFacets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueFacets"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportResults"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_previewImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewImportRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreview"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.address-denied`: This address may not be reached from the gateway. `servers.document-unreachable`: The document could not be fetched. `servers.document-unreadable`: No server was found in the document. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_listChanges: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before. */
                cursor?: string;
                state?: "open" | "kept" | "blocked" | "all";
                kind?: "tools" | "prompts" | "templates" | "instructions";
                change?: "added" | "changed" | "removed";
                /** @description Part of the name or URI template. */
                q?: string;
                /** @description Slug or id of a server. */
                server?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LockChangeList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_listFreezes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreezeList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_freezeEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreezeRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreezeInForce"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.freeze-subject-unknown`: There is nothing of this name to freeze. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.freeze-exists`: This is frozen already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_liftFreeze: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.freeze-not-found`: There is no such freeze. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    platform_readHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthReport"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_listLedger: {
        parameters: {
            query?: {
                /** @description Slug or id of a workspace; an id finds those that are gone. */
                workspace?: string;
                /** @description An event, or a room with its dot for all of its events. */
                event?: string;
                /** @description Who acted: an id, or a part of the name. */
                actor?: string;
                /** @description What it was about: an id, or a part of the name. */
                subject?: string;
                /** @description Not before. */
                from?: string;
                /** @description Before. */
                to?: string;
                limit?: number;
                /** @description nextCursor of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerPage"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_exportLedger: {
        parameters: {
            query?: {
                /** @description Slug or id of a workspace; an id finds those that are gone. */
                workspace?: string;
                /** @description An event, or a room with its dot for all of its events. */
                event?: string;
                /** @description Who acted: an id, or a part of the name. */
                actor?: string;
                /** @description What it was about: an id, or a part of the name. */
                subject?: string;
                /** @description Not before. */
                from?: string;
                /** @description Before. */
                to?: string;
                format?: "csv" | "ndjson";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A download, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_readLedgerEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerEntry"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `audit.fact-not-found`: There is no such fact. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_readLocalServers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocalFence"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_listLocalPackages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocalPackageList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_installLocalPackage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstallPackageRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocalPackageView"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.package-not-available`: The package cannot be had. `servers.local-off`: Local servers are switched off in this installation. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_findNewestPackage: {
        parameters: {
            query: {
                /** @description With its registry before it; without one it is of npm. */
                name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewestPackage"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.package-not-available`: The package cannot be had. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_readMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `auth.password-weak`: The password is too short. `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.credentials-wrong`: Email or password is wrong. `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.too-many-attempts`: Too many failed sign-ins. `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.busy`: Too many sign-ins at once. `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_listMySessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_endMySessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_endMySession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.session-not-found`: There is no such session. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_answerConnection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the page that the connection was begun on, with its outcome. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `servers.oauth-answer-refused`: The answer of the authorization server was refused. `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_readClientDocument: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientDocument"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_overview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_listPeople: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before. */
                cursor?: string;
                /** @description Part of a name or an address. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_removePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.person-not-found`: There is no such person. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.last-operator`: The installation needs at least one operator. `workspaces.last-owner`: A workspace needs at least one owner. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_changePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePersonRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.person-not-found`: There is no such person. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.person-state`: The person is in a state that does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.last-operator`: The installation needs at least one operator. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_listPersonSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.person-not-found`: There is no such person. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_endPersonSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.person-not-found`: There is no such person. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_listPersonTokens: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldTokenList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.person-not-found`: There is no such person. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_listRequests: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before. */
                cursor?: string;
                state?: "open" | "approved" | "denied" | "withdrawn";
                kind?: "server" | "version" | "exposure";
                /** @description A user id or `me`. */
                requestedBy?: string;
                /** @description Part of the name, the reason or the name of who asked. */
                q?: string;
                /** @description Which one comes first. */
                order?: "newest" | "oldest";
                /** @description A user id, `me`, or `none` for requests that nobody took. */
                assignee?: string;
                /** @description Slug or id of a workspace. */
                workspace?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerRequestList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_countRequests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestCounts"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_readRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerRequestView"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.request-not-found`: There is no such request. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_approveRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ApproveRequestRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerRequestView"];
                };
            };
            /** @description `servers.transport-invalid`: The transport is not valid. `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `servers.request-own`: Somebody else must approve what you asked for. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.request-not-found`: There is no such request. `servers.not-found`: There is no such server. `servers.version-not-found`: The server has no such version. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.request-decided`: The request is not open any more. `servers.slug-taken`: A server with this slug exists already. `servers.prefix-taken`: Another server of this workspace uses this tool prefix. `servers.exposure-exists`: The server is exposed in this workspace already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.stale-version`: Somebody changed this in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.version-not-approved`: Only an approved version can be exposed. `servers.transport-not-available`: This transport is not available in this release. `servers.address-denied`: This address may not be reached from the gateway. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_assignRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignRequestRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerRequestView"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.request-not-found`: There is no such request. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.request-decided`: The request is not open any more. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.stale-version`: Somebody changed this in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.assignee-unknown`: This person cannot decide the request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_listRequestAssignees: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestAssigneeList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.request-not-found`: There is no such request. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_commentRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerRequestView"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.request-not-found`: There is no such request. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.request-decided`: The request is not open any more. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.request-limit`: Too many open requests, or too many comments on one. `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_denyRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DenyRequestRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerRequestView"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.request-not-found`: There is no such request. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.request-decided`: The request is not open any more. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.stale-version`: Somebody changed this in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_testRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestReport"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.request-not-found`: There is no such request. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.address-denied`: This address may not be reached from the gateway. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.credential-unreadable`: A stored credential cannot be read. `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_withdrawRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerRequestView"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.request-not-found`: There is no such request. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.request-decided`: The request is not open any more. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.stale-version`: Somebody changed this in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_listServers: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before. */
                cursor?: string;
                /** @description Part of the name, slug, description, owner, purpose or a tag. */
                q?: string;
                /** @description Servers with this tag. */
                tag?: string;
                /** @description Servers of exactly this owner. */
                owner?: string;
                /** @description Servers whose newest version is in this state. */
                state?: "draft" | "pending" | "approved" | "rejected" | "retired" | "quarantined";
                /** @description Lists the tools of each server by their names alone: much less to send. */
                tools?: "names";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_createServer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateServerRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Server"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `servers.transport-invalid`: The transport is not valid. `servers.credential-unknown`: The server has no credential slot of this name. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.slug-taken`: A server with this slug exists already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.transport-not-available`: This transport is not available in this release. `servers.address-denied`: This address may not be reached from the gateway. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_testConnection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TestConnectionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestReport"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `servers.transport-invalid`: The transport is not valid. `servers.credential-unknown`: The server has no credential slot of this name. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.transport-not-available`: This transport is not available in this release. `servers.address-denied`: This address may not be reached from the gateway. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_readServer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Server"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_deleteServer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.in-use`: The server is still exposed in a workspace. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.stale-version`: Somebody changed this in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_updateServer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateServerRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Server"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.slug-taken`: A server with this slug exists already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.stale-version`: Somebody changed this in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_listServerChanges: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before. */
                cursor?: string;
                state?: "open" | "kept" | "blocked" | "all";
                kind?: "tools" | "prompts" | "templates" | "instructions";
                change?: "added" | "changed" | "removed";
                /** @description Part of the name or URI template. */
                q?: string;
            };
            header?: never;
            path: {
                server: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LockChangeList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_decideChanges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkDecisionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionAnswer"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. `servers.change-not-found`: There is no such change. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.change-decided`: This change is decided already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.stale-version`: Somebody changed this in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_approveChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description The hash that is seen, in quotes, or `"removed"`; to decide again, with `@` and `decided.at` behind it. Nothing is decided where the server lists something else by now, or somebody decided since. */
                "If-Match"?: string;
            };
            path: {
                change: string;
                server: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DecisionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionAnswer"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. `servers.change-not-found`: There is no such change. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.change-decided`: This change is decided already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.stale-version`: Somebody changed this in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_blockChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description The hash that is seen, in quotes, or `"removed"`; to decide again, with `@` and `decided.at` behind it. Nothing is decided where the server lists something else by now, or somebody decided since. */
                "If-Match"?: string;
            };
            path: {
                change: string;
                server: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DecisionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionAnswer"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. `servers.change-not-found`: There is no such change. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.change-decided`: This change is decided already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.stale-version`: Somebody changed this in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_keepApproved: {
        parameters: {
            query?: never;
            header?: {
                /** @description The hash that is seen, in quotes, or `"removed"`; to decide again, with `@` and `decided.at` behind it. Nothing is decided where the server lists something else by now, or somebody decided since. */
                "If-Match"?: string;
            };
            path: {
                change: string;
                server: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DecisionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionAnswer"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. `servers.change-not-found`: There is no such change. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.change-decided`: This change is decided already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.stale-version`: Somebody changed this in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_readCredentials: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CredentialList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_setCredentials: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetCredentialsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CredentialList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `servers.credential-unknown`: The server has no credential slot of this name. `servers.credential-misfit`: A value does not fit its credential slot. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.stale-version`: Somebody changed this in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.reference-refused`: A credential may not be read from there. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_deleteCredentials: {
        parameters: {
            query?: {
                /** @description The slot; all where it is left out. */
                name?: string;
            };
            header?: never;
            path: {
                server: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_readCredentialHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CredentialHistoryList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_restoreCredential: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CredentialList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. `servers.credential-version-not-found`: There is no such former value. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.credential-version-gone`: This former value can no longer be restored. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_testCredentials: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetOwnCredentialsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestReport"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `servers.credential-unknown`: The server has no credential slot of this name. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.address-denied`: This address may not be reached from the gateway. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_listServerExposures: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before. */
                cursor?: string;
                /** @description Count in `reach` only those that serve this version. */
                version?: number;
                /** @description Slug of a workspace: its exposure alone, in the list and in `reach`. */
                workspace?: string;
            };
            header?: never;
            path: {
                server: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerExposureList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_listVersionSteps: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                server: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionHistory"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_readListAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerAccountView"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_disconnectListAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. `servers.account-not-found`: No account is connected. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_connectListAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionBegun"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.oauth-not-used`: Nobody connects an account of their own to this server. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.oauth-discovery-refused`: What the server says about its sign-in cannot be used. `servers.oauth-client-needed`: The authorization server knows no client for the gateway. `servers.address-denied`: This address may not be reached from the gateway. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.oauth-unreachable`: The sign-in of the server cannot be reached right now. `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_listProcesses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocalServerList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_restartProcesses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_stopProcesses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_testSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInReport"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.oauth-not-used`: Nobody connects an account of their own to this server. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.oauth-discovery-refused`: What the server says about its sign-in cannot be used. `servers.address-denied`: This address may not be reached from the gateway. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.oauth-unreachable`: The sign-in of the server cannot be reached right now. `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_listVersions: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                server: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_createVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateVersionRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `servers.transport-invalid`: The transport is not valid. `servers.credential-unknown`: The server has no credential slot of this name. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.transport-not-available`: This transport is not available in this release. `servers.address-denied`: This address may not be reached from the gateway. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_diffVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server: string;
                from: string;
                to: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionDiff"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. `servers.version-not-found`: The server has no such version. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_approveVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server: string;
                number: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["VersionActionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. `servers.version-not-found`: The server has no such version. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.version-state`: The version is in a state that does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_quarantineVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server: string;
                number: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["VersionActionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. `servers.version-not-found`: The server has no such version. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.version-state`: The version is in a state that does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_rejectVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server: string;
                number: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["VersionActionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. `servers.version-not-found`: The server has no such version. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.version-state`: The version is in a state that does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_retireVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server: string;
                number: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["VersionActionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. `servers.version-not-found`: The server has no such version. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.version-state`: The version is in a state that does not allow this. `servers.version-in-use`: The version is still pinned by a workspace. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_readApprovalSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalSettings"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_setApprovalSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalSettings"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalSettings"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_readEgress: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EgressSettings"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_setEgress: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetEgressRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EgressSettings"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_listExports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportScheduleList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_scheduleExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateExportScheduleRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportScheduleView"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `audit.export-name-taken`: An export has this name already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `audit.export-no-folder`: There is no folder for exports. `audit.exports-full`: There are as many exports as there may be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_unscheduleExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `audit.export-not-found`: There is no such export. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_changeExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateExportScheduleRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportScheduleView"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `audit.export-not-found`: There is no such export. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    platform_readMasterKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MasterKeyView"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_readOidc: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OidcSettingsView"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_setOidc: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetOidcRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OidcSettingsView"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_testOidc: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OidcTestResult"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_listRegistries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_addRegistry: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddRegistryRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registry"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.registry-exists`: A registry at this address is kept already. `servers.registry-limit`: Too many registries are kept. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.address-denied`: This address may not be reached from the gateway. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_removeRegistry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                registry: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.registry-not-found`: There is no such registry. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.stale-version`: Somebody changed this in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_updateRegistry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                registry: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateRegistryRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registry"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.registry-not-found`: There is no such registry. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.registry-exists`: A registry at this address is kept already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.stale-version`: Somebody changed this in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.address-denied`: This address may not be reached from the gateway. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_syncRegistry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                registry: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registry"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.registry-not-found`: There is no such registry. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workspaces_readTokenSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenSettings"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workspaces_setTokenSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenSettings"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenSettings"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_createWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWebhookRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `audit.webhook-name-taken`: A webhook has this name already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `audit.webhooks-full`: There are as many webhooks as there may be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_removeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `audit.webhook-not-found`: There is no such webhook. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_updateWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateWebhookRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `audit.webhook-not-found`: There is no such webhook. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `audit.webhook-name-taken`: A webhook has this name already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_listDeliveries: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `audit.webhook-not-found`: There is no such webhook. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_replayDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `audit.webhook-not-found`: There is no such webhook. `audit.delivery-not-found`: There is no such message. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_rotateWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `audit.webhook-not-found`: There is no such webhook. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_testWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `audit.webhook-not-found`: There is no such webhook. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_readSetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupState"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_setup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetupRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description `auth.password-weak`: The password is too short. `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.setup-code-wrong`: The setup code is wrong or used up. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.setup-closed`: The first operator already exists. `auth.email-taken`: A person with this email exists already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.busy`: Too many sign-ins at once. `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workspaces_listWorkspaces: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workspaces_createWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWorkspaceRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.slug-taken`: A workspace with this slug exists already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workspaces_readWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workspaces_deleteWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workspaces_updateWorkspace: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateWorkspaceRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.slug-taken`: A workspace with this slug exists already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.stale-version`: Somebody changed this in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_readPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPolicyView"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_analyseCalls: {
        parameters: {
            query?: {
                /** @description Slug of a server. */
                server?: string;
                /** @description A tool's published or original name. */
                tool?: string;
                status?: number;
                /** @description `failed` stands for all but success. */
                outcome?: "success" | "tool_error" | "invalid" | "denied" | "limited" | "cancelled" | "gateway_error" | "upstream_error" | "overloaded" | "timeout" | "unknown" | "failed";
                /** @description Where it ended. */
                origin?: "client" | "gateway" | "upstream";
                /** @description The decision that stopped it. */
                gate?: "rate" | "concurrency" | "quota" | "catalogue" | "lock" | "enabled" | "scope" | "arguments" | "credential" | "capacity";
                /** @description Code of the error catalogue. */
                reason?: string;
                /** @description Id of a token. */
                token?: string;
                /** @description Id of the person whose token it was. */
                person?: string;
                /** @description Name of the client, with or without its version. */
                client?: string;
                /** @description Revision of the protocol. */
                revision?: string;
                /** @description At least this latency, in milliseconds. */
                latencyMin?: number;
                /** @description Less than this latency, in milliseconds. */
                latencyMax?: number;
                /** @description At least this much of it was the server's, in milliseconds. */
                upstreamMin?: number;
                /** @description At least this much of it was the gateway's own, in milliseconds. */
                gatewayMin?: number;
                /** @description The id of a call or of a trace; any other text: part of a name of tool, server, token or client, or of the reason. */
                text?: string;
                /** @description Not before; seven days ago unless told. */
                from?: string;
                /** @description Before. */
                to?: string;
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallAnalytics"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_exportCalls: {
        parameters: {
            query?: {
                /** @description Slug of a server. */
                server?: string;
                /** @description A tool's published or original name. */
                tool?: string;
                status?: number;
                /** @description `failed` stands for all but success. */
                outcome?: "success" | "tool_error" | "invalid" | "denied" | "limited" | "cancelled" | "gateway_error" | "upstream_error" | "overloaded" | "timeout" | "unknown" | "failed";
                /** @description Where it ended. */
                origin?: "client" | "gateway" | "upstream";
                /** @description The decision that stopped it. */
                gate?: "rate" | "concurrency" | "quota" | "catalogue" | "lock" | "enabled" | "scope" | "arguments" | "credential" | "capacity";
                /** @description Code of the error catalogue. */
                reason?: string;
                /** @description Id of a token. */
                token?: string;
                /** @description Id of the person whose token it was. */
                person?: string;
                /** @description Name of the client, with or without its version. */
                client?: string;
                /** @description Revision of the protocol. */
                revision?: string;
                /** @description At least this latency, in milliseconds. */
                latencyMin?: number;
                /** @description Less than this latency, in milliseconds. */
                latencyMax?: number;
                /** @description At least this much of it was the server's, in milliseconds. */
                upstreamMin?: number;
                /** @description At least this much of it was the gateway's own, in milliseconds. */
                gatewayMin?: number;
                /** @description The id of a call or of a trace; any other text: part of a name of tool, server, token or client, or of the reason. */
                text?: string;
                /** @description Not before; seven days ago unless told. */
                from?: string;
                /** @description Before. */
                to?: string;
                format?: "csv" | "ndjson";
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A download, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_countCalls: {
        parameters: {
            query?: {
                /** @description Slug of a server. */
                server?: string;
                /** @description A tool's published or original name. */
                tool?: string;
                status?: number;
                /** @description `failed` stands for all but success. */
                outcome?: "success" | "tool_error" | "invalid" | "denied" | "limited" | "cancelled" | "gateway_error" | "upstream_error" | "overloaded" | "timeout" | "unknown" | "failed";
                /** @description Where it ended. */
                origin?: "client" | "gateway" | "upstream";
                /** @description The decision that stopped it. */
                gate?: "rate" | "concurrency" | "quota" | "catalogue" | "lock" | "enabled" | "scope" | "arguments" | "credential" | "capacity";
                /** @description Code of the error catalogue. */
                reason?: string;
                /** @description Id of a token. */
                token?: string;
                /** @description Id of the person whose token it was. */
                person?: string;
                /** @description Name of the client, with or without its version. */
                client?: string;
                /** @description Revision of the protocol. */
                revision?: string;
                /** @description At least this latency, in milliseconds. */
                latencyMin?: number;
                /** @description Less than this latency, in milliseconds. */
                latencyMax?: number;
                /** @description At least this much of it was the server's, in milliseconds. */
                upstreamMin?: number;
                /** @description At least this much of it was the gateway's own, in milliseconds. */
                gatewayMin?: number;
                /** @description The id of a call or of a trace; any other text: part of a name of tool, server, token or client, or of the reason. */
                text?: string;
                /** @description Not before; seven days ago unless told. */
                from?: string;
                /** @description Before. */
                to?: string;
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallHistogram"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_listCallViews: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallViewList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_saveCallView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveCallViewRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallView"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `audit.view-name-taken`: A view has this name already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `audit.views-full`: There are as many views as there may be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_removeCallView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `audit.view-not-found`: There is no such view. `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_changeCallView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeCallViewRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallView"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `audit.view-not-found`: There is no such view. `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `audit.view-name-taken`: A view has this name already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_listCalls: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before. */
                cursor?: string;
                /** @description Slug of a server. */
                server?: string;
                /** @description A tool's published or original name. */
                tool?: string;
                status?: number;
                /** @description `failed` stands for all but success. */
                outcome?: "success" | "tool_error" | "invalid" | "denied" | "limited" | "cancelled" | "gateway_error" | "upstream_error" | "overloaded" | "timeout" | "unknown" | "failed";
                /** @description Where it ended. */
                origin?: "client" | "gateway" | "upstream";
                /** @description The decision that stopped it. */
                gate?: "rate" | "concurrency" | "quota" | "catalogue" | "lock" | "enabled" | "scope" | "arguments" | "credential" | "capacity";
                /** @description Code of the error catalogue. */
                reason?: string;
                /** @description Id of a token. */
                token?: string;
                /** @description Id of the person whose token it was. */
                person?: string;
                /** @description Name of the client, with or without its version. */
                client?: string;
                /** @description Revision of the protocol. */
                revision?: string;
                /** @description At least this latency, in milliseconds. */
                latencyMin?: number;
                /** @description Less than this latency, in milliseconds. */
                latencyMax?: number;
                /** @description At least this much of it was the server's, in milliseconds. */
                upstreamMin?: number;
                /** @description At least this much of it was the gateway's own, in milliseconds. */
                gatewayMin?: number;
                /** @description The id of a call or of a trace; any other text: part of a name of tool, server, token or client, or of the reason. */
                text?: string;
                /** @description Not before; seven days ago unless told. */
                from?: string;
                /** @description Before. */
                to?: string;
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallPage"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_streamCalls: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before. */
                cursor?: string;
                /** @description Slug of a server. */
                server?: string;
                /** @description A tool's published or original name. */
                tool?: string;
                status?: number;
                /** @description `failed` stands for all but success. */
                outcome?: "success" | "tool_error" | "invalid" | "denied" | "limited" | "cancelled" | "gateway_error" | "upstream_error" | "overloaded" | "timeout" | "unknown" | "failed";
                /** @description Where it ended. */
                origin?: "client" | "gateway" | "upstream";
                /** @description The decision that stopped it. */
                gate?: "rate" | "concurrency" | "quota" | "catalogue" | "lock" | "enabled" | "scope" | "arguments" | "credential" | "capacity";
                /** @description Code of the error catalogue. */
                reason?: string;
                /** @description Id of a token. */
                token?: string;
                /** @description Id of the person whose token it was. */
                person?: string;
                /** @description Name of the client, with or without its version. */
                client?: string;
                /** @description Revision of the protocol. */
                revision?: string;
                /** @description At least this latency, in milliseconds. */
                latencyMin?: number;
                /** @description Less than this latency, in milliseconds. */
                latencyMax?: number;
                /** @description At least this much of it was the server's, in milliseconds. */
                upstreamMin?: number;
                /** @description At least this much of it was the gateway's own, in milliseconds. */
                gatewayMin?: number;
                /** @description The id of a call or of a trace; any other text: part of a name of tool, server, token or client, or of the reason. */
                text?: string;
                /** @description Not before; seven days ago unless told. */
                from?: string;
                /** @description Before. */
                to?: string;
            };
            header?: {
                /** @description Id of the last call that was seen; what came after it is sent first. */
                "Last-Event-ID"?: string;
            };
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events named call, each with the id of its call and the call as JSON. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["Call"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_getCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                callId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Call"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `audit.call-not-found`: There is no such call. `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_listWorkspaceFreezes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreezeList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_freezeInWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreezeRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreezeInForce"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.freeze-subject-unknown`: There is nothing of this name to freeze. `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.freeze-exists`: This is frozen already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_liftWorkspaceFreeze: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.freeze-not-found`: There is no such freeze. `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workspaces_listLimits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LimitList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workspaces_setLimit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetLimitRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LimitList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.token-not-found`: There is no such token. `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workspaces_listMembers: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workspaces_inviteMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteMemberRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.role-too-high`: You cannot give or take a role above your own. `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.member-exists`: This person is a member already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workspaces_removeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.role-too-high`: You cannot give or take a role above your own. `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.member-not-found`: There is no such member. `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.last-owner`: A workspace needs at least one owner. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workspaces_changeMemberRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeMemberRoleRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.role-too-high`: You cannot give or take a role above your own. `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.member-not-found`: There is no such member. `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.last-owner`: A workspace needs at least one owner. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_listOwnAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerAccountList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    gateway_listPrompts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedPromptList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_listWorkspaceRequests: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before. */
                cursor?: string;
                state?: "open" | "approved" | "denied" | "withdrawn";
                kind?: "server" | "version" | "exposure";
                /** @description A user id or `me`. */
                requestedBy?: string;
                /** @description Part of the name, the reason or the name of who asked. */
                q?: string;
                /** @description Which one comes first. */
                order?: "newest" | "oldest";
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerRequestList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_createRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateServerRequestRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerRequestView"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `servers.transport-invalid`: The transport is not valid. `servers.credential-unknown`: The server has no credential slot of this name. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.not-found`: There is no such server. `servers.version-not-found`: The server has no such version. `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.transport-not-available`: This transport is not available in this release. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.request-limit`: Too many open requests, or too many comments on one. `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    gateway_listResources: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedResourceList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_listExposures: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExposureList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_createExposure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateExposureRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Exposure"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. `servers.not-found`: There is no such server. `servers.version-not-found`: The server has no such version. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.exposure-exists`: The server is exposed in this workspace already. `servers.prefix-taken`: Another server of this workspace uses this tool prefix. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.version-not-approved`: Only an approved version can be exposed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_deleteExposure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                server: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. `servers.not-found`: There is no such server. `servers.exposure-not-found`: The server is not exposed in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_updateExposure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                server: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateExposureRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Exposure"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. `servers.not-found`: There is no such server. `servers.exposure-not-found`: The server is not exposed in this workspace. `servers.version-not-found`: The server has no such version. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.prefix-taken`: Another server of this workspace uses this tool prefix. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.stale-version`: Somebody changed this in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.version-not-approved`: Only an approved version can be exposed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_getCanary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                server: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Canary"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. `servers.not-found`: There is no such server. `servers.exposure-not-found`: The server is not exposed in this workspace. `servers.canary-not-found`: No canary runs here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_startCanary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                server: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartCanaryRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Canary"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. `servers.not-found`: There is no such server. `servers.exposure-not-found`: The server is not exposed in this workspace. `servers.version-not-found`: The server has no such version. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.canary-running`: A canary of this server runs in the workspace already. `servers.canary-limit`: Too many canaries run in the workspace. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.version-not-approved`: Only an approved version can be exposed. `servers.canary-same-version`: A canary must be another version than the pinned one. `servers.canary-token-unknown`: A canary can only be given to active tokens of its workspace. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_endCanary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                server: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. `servers.not-found`: There is no such server. `servers.exposure-not-found`: The server is not exposed in this workspace. `servers.canary-not-found`: No canary runs here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.stale-version`: Somebody changed this in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_updateCanary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                server: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateCanaryRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Canary"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. `servers.not-found`: There is no such server. `servers.exposure-not-found`: The server is not exposed in this workspace. `servers.canary-not-found`: No canary runs here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.stale-version`: Somebody changed this in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.canary-token-unknown`: A canary can only be given to active tokens of its workspace. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_promoteCanary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                server: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. `servers.not-found`: There is no such server. `servers.exposure-not-found`: The server is not exposed in this workspace. `servers.canary-not-found`: No canary runs here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.stale-version`: Somebody changed this in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.version-not-approved`: Only an approved version can be exposed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_readWorkspaceCredentials: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                server: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CredentialList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. `servers.not-found`: There is no such server. `servers.exposure-not-found`: The server is not exposed in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_setWorkspaceCredentials: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                server: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetOwnCredentialsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CredentialList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `servers.credential-unknown`: The server has no credential slot of this name. `servers.credential-misfit`: A value does not fit its credential slot. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. `servers.not-found`: There is no such server. `servers.exposure-not-found`: The server is not exposed in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.stale-version`: Somebody changed this in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_deleteWorkspaceCredentials: {
        parameters: {
            query?: {
                /** @description The slot; all where it is left out. */
                name?: string;
            };
            header?: never;
            path: {
                slug: string;
                server: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. `servers.not-found`: There is no such server. `servers.exposure-not-found`: The server is not exposed in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_readWorkspaceCredentialHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                server: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CredentialHistoryList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. `servers.not-found`: There is no such server. `servers.exposure-not-found`: The server is not exposed in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_restoreWorkspaceCredential: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                server: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CredentialList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. `servers.not-found`: There is no such server. `servers.exposure-not-found`: The server is not exposed in this workspace. `servers.credential-version-not-found`: There is no such former value. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.credential-version-gone`: This former value can no longer be restored. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_testWorkspaceCredentials: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                server: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetOwnCredentialsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestReport"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `servers.credential-unknown`: The server has no credential slot of this name. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. `servers.not-found`: There is no such server. `servers.exposure-not-found`: The server is not exposed in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_disconnectOwnAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                server: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. `servers.not-found`: There is no such server. `servers.account-not-found`: No account is connected. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_connectOwnAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                server: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionBegun"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. `servers.not-found`: There is no such server. `servers.exposure-not-found`: The server is not exposed in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.oauth-not-used`: Nobody connects an account of their own to this server. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.oauth-discovery-refused`: What the server says about its sign-in cannot be used. `servers.oauth-client-needed`: The authorization server knows no client for the gateway. `servers.address-denied`: This address may not be reached from the gateway. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.oauth-unreachable`: The sign-in of the server cannot be reached right now. `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_readOwnCredentials: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                server: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CredentialList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. `servers.not-found`: There is no such server. `servers.exposure-not-found`: The server is not exposed in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_setOwnCredentials: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                server: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetOwnCredentialsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CredentialList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `servers.credential-unknown`: The server has no credential slot of this name. `servers.credential-misfit`: A value does not fit its credential slot. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. `servers.not-found`: There is no such server. `servers.exposure-not-found`: The server is not exposed in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.stale-version`: Somebody changed this in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_deleteOwnCredentials: {
        parameters: {
            query?: {
                /** @description The slot; all where it is left out. */
                name?: string;
            };
            header?: never;
            path: {
                slug: string;
                server: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. `servers.not-found`: There is no such server. `servers.exposure-not-found`: The server is not exposed in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_readOwnCredentialHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                server: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CredentialHistoryList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. `servers.not-found`: There is no such server. `servers.exposure-not-found`: The server is not exposed in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_restoreOwnCredential: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                server: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CredentialList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. `servers.not-found`: There is no such server. `servers.exposure-not-found`: The server is not exposed in this workspace. `servers.credential-version-not-found`: There is no such former value. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.credential-version-gone`: This former value can no longer be restored. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_testOwnCredentials: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                server: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetOwnCredentialsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestReport"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `servers.credential-unknown`: The server has no credential slot of this name. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. `servers.not-found`: There is no such server. `servers.exposure-not-found`: The server is not exposed in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    servers_rollbackExposure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                server: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RollbackRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Exposure"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. `servers.not-found`: There is no such server. `servers.exposure-not-found`: The server is not exposed in this workspace. `servers.version-not-found`: The server has no such version. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.stale-version`: Somebody changed this in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.version-not-approved`: Only an approved version can be exposed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workspaces_listTokens: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before. */
                cursor?: string;
                state?: "active" | "expired" | "revoked" | "rotating";
                /** @description Living tokens that expire within 14 days, or that nobody used for 90. */
                attention?: "expiring" | "unused";
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workspaces_createToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTokenRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedToken"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.token-owner-unknown`: The owner of a token must be a member of the workspace. `workspaces.token-lifetime`: Tokens may not live that long here. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workspaces_updateToken: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateTokenRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.token-not-found`: There is no such token. `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.token-not-active`: The token is revoked or expired already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.stale-version`: Somebody changed this in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.token-lifetime`: Tokens may not live that long here. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workspaces_restoreToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.token-not-found`: There is no such token. `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.token-not-restorable`: The token cannot be made valid again. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.token-owner-unknown`: The owner of a token must be a member of the workspace. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workspaces_revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeTokenRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.token-not-found`: There is no such token. `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.token-not-active`: The token is revoked or expired already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workspaces_rotateToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateTokenRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedToken"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.token-not-found`: There is no such token. `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.token-not-active`: The token is revoked or expired already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.token-owner-unknown`: The owner of a token must be a member of the workspace. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workspaces_takeOverToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.token-not-found`: There is no such token. `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.token-not-active`: The token is revoked or expired already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    gateway_listTools: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedToolList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    gateway_updateTools: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateToolsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdatedTools"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.tool-not-found`: There is no such tool in this workspace. `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.alias-taken`: Another tool of this workspace has this name. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    gateway_toolBill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToolBill"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    gateway_explainTool: {
        parameters: {
            query: {
                /** @description A published name, `server:tool`, or the own name of a tool. */
                tool: string;
                /** @description Id of the token that looks for it. */
                token?: string;
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToolExplanation"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.token-not-found`: There is no such token. `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    gateway_listToolPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToolPolicyList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    gateway_setToolPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                server: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewToolsPolicy"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerToolPolicy"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.exposure-not-found`: The server is not exposed in this workspace. `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    gateway_exportSelection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToolSelection"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    gateway_importSelection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ToolSelection"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdatedTools"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.alias-taken`: Another tool of this workspace has this name. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.selection-misfit`: The selection names tools that are not here. `servers.parameter-refused`: A parameter of this tool cannot be pinned or hidden. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    gateway_updateTool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateToolRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedTool"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.tool-not-found`: There is no such tool in this workspace. `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.alias-taken`: Another tool of this workspace has this name. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `servers.parameter-refused`: A parameter of this tool cannot be pinned or hidden. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workspaces_listToolsets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToolsetList"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workspaces_createToolset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateToolsetRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToolsetView"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.toolset-name-taken`: A toolset of this name exists already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workspaces_deleteToolset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.toolset-not-found`: There is no such toolset. `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.toolset-in-use`: Tokens are still limited to this toolset. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workspaces_updateToolset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateToolsetRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToolsetView"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. `platform.malformed-json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.not-signed-in`: Sign in first. `auth.api-key-not-valid`: The API key is unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.forbidden`: You lack a permission. `platform.cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.toolset-not-found`: There is no such toolset. `workspaces.not-found`: There is no such workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `workspaces.toolset-name-taken`: A toolset of this name exists already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.stale-version`: Somebody changed this in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.body-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unsupported-media-type`: The content type must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    platform_readLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    platform_readReadiness: {
        parameters: {
            query?: {
                verbose?: "" | "1" | "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description `platform.invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.rate-limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `platform.internal`: Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not now. `platform.unavailable`: The service is not available right now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
}
