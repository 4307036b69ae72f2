import { fingerprintOf, otherThanExpected, symptomOf, type Symptom } from './fingerprint';
import { keyOf } from '../runner/planning/costs';
import { chainOf, type Chain } from './guilty-call';
import type { Case } from './records/cases';
import type { KnownAs } from '../config/known-issues';
import { endpoints } from '../schemas';

/** What some failed cases have in common. A case that is blocked belongs to the cause of the one that it waited for. */
export interface Cause extends Symptom {
  /** The same from run to run. */
  readonly id: string;
  readonly cases: readonly { readonly title: string; readonly file: string }[];
  /** How many of them were kept from running. */
  readonly blocked: number;
  /** Of the known issue over which all of its cases fail. */
  readonly knownIssue?: KnownAs;
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
  const byPlace = new Map(failed.map((each) => [keyOf(each), each]));
  // A case that is blocked shows what the case shows that it waited for.
  const symptoms = failed.map((each) =>
    symptomOf(byPlace.get(keyOf({ file: each.file, title: each.blockedBy ?? each.title })) ?? each),
  );
  const common = commonTo(symptoms);
  const groups = new Map<string, { readonly symptom: Symptom; readonly members: Case[] }>();
  for (const [index, each] of failed.entries()) {
    const symptom = common(symptoms[index] ?? symptomOf(each));
    const id = fingerprintOf(symptom);
    const group = groups.get(id) ?? { symptom, members: [] };
    groups.set(id, group);
    group.members.push(each);
  }
  return [...groups]
    .map(([id, { symptom, members }]) => causeFrom(id, symptom, tellingFirst(members, symptom)))
    .sort((a, b) => b.cases.length - a.cases.length);
}

// A case of the endpoint's own spec says more than a chain or a random story, and a blocked one says nothing.
function tellingFirst(members: readonly Case[], { endpoint }: Symptom): Case[] {
  const rank = ({ blocked, describe: [outermost] }: Case): number =>
    blocked === true ? 2 : outermost === endpoint ? 0 : 1;
  return [...members].sort((a, b) => rank(a) - rank(b));
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
    ...knownIn(members),
    ...(docs === undefined ? {} : { docs }),
    chain: chainOf(first?.exchanges ?? [], symptom.endpoint),
  };
}

// That one of many cases is known says nothing of the others.
function knownIn(members: readonly Case[]): Pick<Cause, 'knownIssue'> {
  const [first] = members.map(({ knownIssue }) => knownIssue);
  const isKnown = members.every(({ knownIssue }) => knownIssue !== undefined);
  return first && isKnown ? { knownIssue: first } : {};
}

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
  return (symptom) => {
    // That values differ says nothing of a cause that three endpoints would share.
    if (symptom.what === otherThanExpected) return symptom;
    return (places.get(fingerprintOf(without(symptom)))?.size ?? 0) >= many ? without(symptom) : symptom;
  };
}
