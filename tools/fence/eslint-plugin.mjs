// The house's own lint rules. Each one is held by a planted violation in plants.mjs.
import { relative, sep } from 'node:path';
import { GLOBAL_FENCES, HTTP_EXCEPTION_FENCE, IMPORT_FENCES } from './import-fences.mjs';
import { isProduction } from './source-kinds.mjs';
import { sizeOf } from './sizes.mjs';

const BANNED_NAMES = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'types', 'manager', 'base', 'misc', 'lib-common']);
const KEBAB = /^_{0,2}[a-z0-9]+(-[a-z0-9]+)*$/;

const pathOf = (context) => relative(context.cwd, context.filename).split(sep).join('/');
const holds = (fence, path) => isProduction(path) && fence.applies.test(path) && !fence.gates?.test(path);

/** Imports, re-exports, dynamic imports and require calls against the table of fences. */
const importFences = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const path = pathOf(context);
    const fences = IMPORT_FENCES.filter((fence) => holds(fence, path));
    const check = (source) => {
      if (typeof source?.value !== 'string') return;
      for (const fence of fences)
        if (fence.fenced(source.value)) context.report({ node: source, message: `${fence.name}: ${fence.message}` });
    };
    const httpFenced = holds(HTTP_EXCEPTION_FENCE, path);
    const checkNamed = (node) => {
      check(node.source);
      if (!httpFenced || node.source?.value !== '@nestjs/common') return;
      const exception = node.specifiers.find((specifier) => /Exception$/.test((specifier.imported ?? specifier.local)?.name ?? ''));
      if (exception) context.report({ node: exception, message: `${HTTP_EXCEPTION_FENCE.name}: ${HTTP_EXCEPTION_FENCE.message}` });
    };
    return {
      ImportDeclaration: checkNamed,
      ExportNamedDeclaration: checkNamed,
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      "CallExpression[callee.name='require']": (node) => check(node.arguments[0]),
    };
  },
};

/** Globals and `process.env` against the table of fences. */
const globalFences = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const fences = GLOBAL_FENCES.filter((fence) => holds(fence, pathOf(context)));
    const report = (node, name) => {
      for (const fence of fences) if (fence.globals.includes(name)) context.report({ node, message: `${fence.name}: ${fence.message}` });
    };
    return {
      Program(node) {
        const scope = context.sourceCode.getScope(node);
        for (const { identifier } of scope.through) report(identifier, identifier.name);
        for (const variable of scope.variables)
          if (variable.defs.length === 0) for (const { identifier } of variable.references) report(identifier, variable.name);
      },
      "MemberExpression[property.name='env'][object.name='process']": (node) => report(node, 'process.env'),
      "MemberExpression[property.value='env'][object.name='process']": (node) => report(node, 'process.env'),
      "VariableDeclarator[init.name='process'] > ObjectPattern > Property[key.name='env']": (node) => report(node, 'process.env'),
      "ImportDeclaration[source.value=/^(node:)?process$/] > ImportSpecifier[imported.name='env']": (node) => report(node, 'process.env'),
    };
  },
};

/** kebab-case names, a role as suffix, no names that say nothing. */
const fileName = {
  meta: { type: 'problem', schema: [] },
  create: (context) => ({
    Program(node) {
      const parts = pathOf(context).split('/');
      const file = parts.at(-1).replace(/\.(d\.)?[cm]?[jt]sx?$/, '');
      const words = [...parts.slice(0, -1).filter((part) => !part.startsWith('.')), ...file.split('.')].filter((word) => word !== '');
      const said = words.find((word) => BANNED_NAMES.has(word));
      if (said) context.report({ node, message: `"${said}" says nothing: name the file after what it holds, next to its only user.` });
      const odd = words.find((word) => !KEBAB.test(word));
      if (odd !== undefined)
        context.report({ node, message: `"${odd}" is not kebab-case: files are named <noun>[-<qualifier>].<role>.ts.` });
    },
  }),
};

/** Lines of a file by its role; registered twice, as an error and as a counted warning. */
const fileSize = (level) => ({
  meta: { type: 'suggestion', schema: [] },
  create: (context) => ({
    Program(node) {
      const size = sizeOf(pathOf(context));
      const lines = context.sourceCode.lines.length - (context.sourceCode.lines.at(-1) === '' ? 1 : 0);
      const tooLong = level === 'error' ? lines > size.error : lines > size.warning && lines <= size.error;
      if (tooLong)
        context.report({
          node,
          loc: { line: 1, column: 0 },
          message: `This ${size.role} has ${lines} lines (${level} above ${size[level]}): split it by what it does.`,
        });
    },
  }),
});

/** Whether a function is a React component: it stands in a `.tsx` file under a capitalised name. */
const isComponent = (node, path) => path.endsWith('.tsx') && /^[A-Z]/.test((node.id ?? node.parent?.id)?.name ?? '');

/** Lines of a function and number of parameters; registered twice like `fileSize`. Markup is long: a component has its own ceiling. */
const functionSize = (level) => {
  const limits = {
    lines: { warning: 50, error: 80 },
    component: { warning: 200, error: 300 },
    constructor: { warning: 6, error: 8 },
    parameters: { warning: 4, error: 5 },
  };
  const exceeds = (count, limit) => (level === 'error' ? count > limit.error : count > limit.warning && count <= limit.error);
  return {
    meta: { type: 'suggestion', schema: [] },
    create(context) {
      const check = (node) => {
        const isConstructor = node.parent?.kind === 'constructor';
        const limit = isConstructor ? limits.constructor : limits.parameters;
        if (exceeds(node.params.length, limit)) {
          context.report({
            node,
            message: `${node.params.length} parameters (${level} above ${limit[level]}): pass one named object, or split the class.`,
          });
        }
        const lines = node.loc.end.line - node.loc.start.line + 1;
        const isSuite = node.parent?.type === 'CallExpression' && /^(describe|suite)/.test(context.sourceCode.getText(node.parent.callee));
        const kind = isComponent(node, pathOf(context)) ? 'component' : 'lines';
        if (isSuite || !exceeds(lines, limits[kind])) return;
        const what = kind === 'component' ? 'component' : 'function';
        context.report({ node, message: `A ${what} of ${lines} lines (${level} above ${limits[kind][level]}): give its steps names.` });
      };
      return { FunctionDeclaration: check, FunctionExpression: check, ArrowFunctionExpression: check };
    },
  };
};

export const housePlugin = {
  meta: { name: 'house', version: '1.0.0' },
  rules: {
    'import-fences': importFences,
    'global-fences': globalFences,
    'file-name': fileName,
    'file-size': fileSize('error'),
    'file-size-warning': fileSize('warning'),
    'function-size': functionSize('error'),
    'function-size-warning': functionSize('warning'),
  },
};
