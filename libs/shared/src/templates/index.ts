export { fillAddress, variablesOf } from './fill-address.js';
