import type { Tenant } from '../../emulator/tenant';
import type { Source } from '../../schemas/endpoint';
import type { Fault } from './fault';
import { another, mixedUp, persons, result, type Fields, type Figures } from './mixed-up';

type Announcement = Tenant['announcements'][number];

// The one that has most of it, so that the two differ.
const announcementIds =
  (name: string, most: (announcement: Announcement) => number) =>
  (values: Fields, { announcements }: Tenant) => {
    const sorted = [...announcements].sort(
      (one, two) => Number(one.confidential) - Number(two.confidential) || most(two) - most(one),
    );
    return another(
      sorted,
      ({ id }) => id === values[name],
      ({ id }) => ({ ...values, [name]: id }),
    );
  };

interface Aspect {
  readonly what: string;
  /** The members of the one generation, and of the other. */
  readonly old: readonly string[];
  readonly current: readonly string[];
  readonly most: (announcement: Announcement) => number;
  readonly source?: Source;
}

const aspects: readonly Aspect[] = [
  {
    what: 'readings',
    old: ['read_count', 'unread_count'],
    current: ['readCount', 'unReadCount'],
    most: ({ readers }) => readers.size,
    // That both generations count the same no page says, and who has read it no API.
    source: 'inferred',
  },
  {
    what: 'category',
    old: ['category_id'],
    current: ['categoryId', 'categoryName'],
    most: ({ categoryId }) => (categoryId === undefined ? 0 : 1),
  },
  { what: 'level', old: ['private_level'], current: ['privateLevel'], most: () => 1 },
  {
    what: 'people',
    old: ['username_list', 'user_list'],
    current: ['userNameList', 'userList'],
    most: ({ userids }) => userids.length,
  },
  {
    what: 'departments',
    old: ['depname_list', 'deptList'],
    current: ['depNameList', 'deptList'],
    most: ({ deptIds }) => deptIds.length,
  },
  {
    what: 'times',
    old: ['gmt_create', 'gmt_modified'],
    current: ['gmtCreate', 'gmtModified'],
    most: () => 1,
  },
];

const ofAnnouncements: readonly Figures[] = [
  ...aspects.flatMap(({ what, old, current, most, ...rest }): Figures[] => [
    {
      ...{ id: 'blackboard/get', members: old, what, ...rest },
      about: announcementIds('blackboard_id', most),
      promises: result('blackboard/get', ...old),
    },
    {
      ...{ id: 'blackboard/get-blackboard', members: current, what, ...rest },
      about: announcementIds('blackboardId', most),
      promises: current.map((member) => `blackboard/get-blackboard#${member}`),
    },
  ]),
  {
    id: 'blackboard/listtopten',
    about: persons('userid'),
    what: 'announcements',
    promises: ['blackboard/listtopten?userid', 'blackboard/listtopten/R2'],
  },
  {
    id: 'blackboard/listids',
    about: (values, { categories }) => {
      const query = Object(values.query_request) as Fields;
      return another(
        categories,
        ({ id }) => id === query.category_id,
        ({ id }) => ({ query_request: { ...query, category_id: id } }),
      );
    },
    what: 'announcements of another category',
    promises: ['blackboard/listids/R13'],
  },
];

/** Answers about announcements that hold what is true of another one than the one that was asked for. */
export const faults: readonly Fault[] = ofAnnouncements.map(mixedUp);
