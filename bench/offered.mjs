// Calls offered at a steady rate, however quickly they are answered. Runs as a process of its own, beside the server under test:
//   node bench/offered.mjs '{"url": …, "token": …}' <calls a second> <seconds>
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { requestOf } from './load.mjs';

const TICK_MS = 1;
const [target, rate, seconds] = process.argv.slice(2).map((text) => JSON.parse(text));
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const { body, headers } = requestOf(target);

/** @returns how long it took from when it was due, in milliseconds: waiting for a connection counts */
function call(dueAt) {
  return new Promise((resolve, reject) => {
    const sent = request(target.url, { method: 'POST', agent, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${target.url} answered ${response.statusCode}`));
      response.resume().once('end', () => resolve(performance.now() - dueAt));
    });
    sent.once('error', reject).end(body);
  });
}

const calls = [];
const begun = performance.now();
for (let due = 0; due < rate * seconds; await pause(TICK_MS))
  for (; due < rate * seconds && begun + (due * 1_000) / rate <= performance.now(); due++) calls.push(call(begun + (due * 1_000) / rate));
const took = Float64Array.from(await Promise.all(calls)).sort();
agent.destroy();
const micros = (share) => Math.round(took[Math.floor(took.length * share)] * 1_000);
console.log(`RESULT ${took.length} ${micros(0.5)} ${micros(0.99)}`);
