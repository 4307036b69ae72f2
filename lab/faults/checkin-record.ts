import { answeredIn, asked, type Fault } from './fault';

type Fields = Record<string, unknown>;

const endpoint = 'checkin/record';
const hour = 3_600_000;

const each = (change: (record: Fields, next: Fields) => Fields): Fault['layer'] =>
  answeredIn<Fields[]>(endpoint, 'data', (records) =>
    records.map((record, place) => change(record, records[place + 1] ?? record)),
  );

const isShort = ({ start_time: from, end_time: to }: Fields): boolean => Number(to) - Number(from) < hour;

/** Wrong ways of showing the check-ins of a department, written by hand from the promises of the docs. */
export const faults: readonly Fault[] = [
  {
    id: `${endpoint}: shows check-ins an hour before the window`,
    class: 'lists',
    breaks: 'the window leaves out what is earlier',
    promises: [`${endpoint}?start_time`],
    layer: asked(endpoint, (values) =>
      isShort(values) ? { ...values, start_time: Number(values.start_time) - hour } : values,
    ),
  },
  {
    id: `${endpoint}: ignores the end of the window`,
    class: 'lists',
    breaks: 'the window leaves out what is later',
    promises: [`${endpoint}?end_time`],
    layer: asked(endpoint, (values) =>
      isShort(values) ? { ...values, end_time: Number(values.start_time) + 24 * hour } : values,
    ),
  },
  {
    id: `${endpoint}: shows the check-ins of the whole company for a department that there is not`,
    class: 'state',
    breaks: 'it lists the people of one department',
    promises: [`${endpoint}/R1`, `${endpoint}?department_id`],
    layer: asked(endpoint, (values, { tenant }) =>
      tenant.departments.has(Number(values.department_id)) ? values : { ...values, department_id: '1' },
    ),
  },
  {
    id: `${endpoint}: ignores the offset`,
    class: 'lists',
    breaks: 'offset says where a page begins',
    promises: [`${endpoint}/R4`, `${endpoint}?offset`],
    layer: asked(endpoint, (values) => ('offset' in values ? { ...values, offset: '0' } : values)),
  },
  {
    id: `${endpoint}: takes the offset for the number of a page`,
    class: 'lists',
    breaks: 'offset counts check-ins',
    promises: [`${endpoint}/R4`, `${endpoint}?offset`],
    layer: asked(endpoint, (values) =>
      'offset' in values && 'size' in values
        ? { ...values, offset: Number(values.offset) * Number(values.size) }
        : values,
    ),
  },
  {
    id: `${endpoint}: ignores the size`,
    class: 'lists',
    breaks: 'a page holds no more than was asked for',
    promises: [`${endpoint}/R4`, `${endpoint}?size`],
    layer: asked(endpoint, (values) => ('size' in values ? { ...values, size: '100' } : values)),
  },
  {
    id: `${endpoint}: takes a page where the size stands alone`,
    class: 'lists',
    breaks: 'a size has no effect without an offset',
    promises: [`${endpoint}/R5`],
    layer: asked(endpoint, (values) => ('size' in values ? { offset: '0', ...values } : values)),
  },
  {
    id: `${endpoint}: lists in one direction`,
    class: 'lists',
    breaks: 'desc is the opposite of asc',
    promises: [`${endpoint}/R6`, `${endpoint}?order=desc`],
    layer: asked(endpoint, (values) => ('order' in values ? { ...values, order: 'asc' } : values)),
  },
  {
    id: `${endpoint}: takes asc for desc`,
    class: 'lists',
    breaks: 'asc begins with the oldest check-in',
    promises: [`${endpoint}/R7`],
    layer: asked(endpoint, (values) =>
      'order' in values ? { ...values, order: values.order === 'asc' ? 'desc' : 'asc' } : values,
    ),
  },
  {
    id: `${endpoint}: times in seconds`,
    class: 'state',
    breaks: 'timestamp is in milliseconds',
    promises: [`${endpoint}#data[].timestamp`],
    layer: each((record) => ({ ...record, timestamp: Math.floor(Number(record.timestamp) / 1000) })),
  },
  {
    id: `${endpoint}: swaps latitude and longitude`,
    class: 'state',
    breaks: 'a latitude lies between -90 and 90',
    promises: [`${endpoint}#data[].latitude`, `${endpoint}#data[].longitude`],
    layer: each((record) =>
      'latitude' in record ? { ...record, latitude: record.longitude, longitude: record.latitude } : record,
    ),
  },
  {
    id: `${endpoint}: pictures and avatars without a host`,
    class: 'state',
    breaks: 'pictures and avatars are URLs',
    promises: [`${endpoint}/R8`, `${endpoint}#data[].imageList`, `${endpoint}#data[].avatar`],
    layer: each((record) => ({
      ...record,
      ...('avatar' in record && { avatar: '/media/avatar.jpg' }),
      ...('imageList' in record && { imageList: ['/media/picture.jpg'] }),
    })),
  },
  {
    id: `${endpoint}: each check-in has the name of the next one`,
    class: 'state',
    breaks: 'name is that of the person who checked in',
    promises: [`${endpoint}#data[].name`],
    source: 'inferred',
    layer: each((record, { name }) => ({ ...record, name })),
  },
  {
    id: `${endpoint}: every check-in is at the same place`,
    class: 'state',
    breaks: 'a check-in is shown as it is elsewhere',
    promises: [`${endpoint}/R10`, `${endpoint}#data[].place`],
    source: 'inferred',
    layer: each((record) => ({ ...record, place: '公司', detailPlace: '公司' })),
  },
];
