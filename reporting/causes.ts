import { fingerprintOf, otherThanExpected, symptomOf, type Symptom } from './fingerprint';
import { chainOf, type Chain } from './guilty-call';
import type { Case } from './records/cases';
import { endpoints } from '../schemas';

/** What some failed cases have in common. A case that is blocked belongs to the cause of the one that it waited for. */
export interface Cause extends Symptom {
  /** The same from run to run. */
  readonly id: string;
  readonly cases: readonly { readonly title: string; readonly file: string }[];
  /** How many of them were kept from running. */
  readonly blocked: number;
  /** The page of the guilty endpoint. */
  readonly docs?: string;
  /** What the first of the cases did. */
  readonly chain: Chain;
}

// What fails alike on so many endpoints has its cause before them: the gateway, the network, the credentials.
const many = 3;

/** The causes of the failures of a run, the one with the most cases first. */
export function causesOf(cases: readonly Case[]): Cause[] {
  const failed = cases.filter(({ status }) => status === 'failed');
  const symptoms = new Map(failed.map((each) => [each, symptomOf(each)] as const));
  const common = commonTo([...symptoms.values()]);
  const groups = new Map<string, { readonly symptom: Symptom; readonly members: Case[] }>();
  for (const each of [...failed].sort((a, b) => Number(a.blocked ?? false) - Number(b.blocked ?? false))) {
    const symptom = common(symptoms.get(blockerOf(each, failed)) ?? symptomOf(each));
    const id = fingerprintOf(symptom);
    const group = groups.get(id) ?? { symptom, members: [] };
    groups.set(id, group);
    group.members.push(each);
  }
  return [...groups]
    .map(([id, { symptom, members }]) => causeFrom(id, symptom, members))
    .sort((a, b) => b.cases.length - a.cases.length);
}

function causeFrom(id: string, symptom: Symptom, members: readonly Case[]): Cause {
  const [first] = members;
  const docs = endpoints.find((endpoint) => endpoint.id === symptom.endpoint)?.docs.url;
  return {
    id,
    ...symptom,
    ...(symptom.what === otherThanExpected && first ? { what: first.name } : {}),
    cases: members.map(({ title, file }) => ({ title, file })),
    blocked: members.filter(({ blocked }) => blocked === true).length,
    ...(docs === undefined ? {} : { docs }),
    chain: chainOf(first?.exchanges ?? [], symptom.endpoint),
  };
}

// The case before it that failed over what both need; itself where none did.
const blockerOf = (blocked: Case, failed: readonly Case[]): Case =>
  failed.find(({ title, file }) => file === blocked.file && title === blocked.blockedBy) ?? blocked;

function commonTo(symptoms: readonly Symptom[]): (symptom: Symptom) => Symptom {
  const without = (symptom: Symptom): Symptom => {
    const { class: failureClass, what, expected, got } = symptom;
    return { class: failureClass, what, ...(expected && { expected }), ...(got && { got }) };
  };
  const places = new Map<string, Set<string | undefined>>();
  for (const symptom of symptoms) {
    const key = fingerprintOf(without(symptom));
    places.set(key, (places.get(key) ?? new Set()).add(symptom.endpoint));
  }
  return (symptom) =>
    (places.get(fingerprintOf(without(symptom)))?.size ?? 0) >= many ? without(symptom) : symptom;
}
