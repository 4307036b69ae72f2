import { listReports } from '../schemas';
import { withEmptyLists } from './lists';

const report = { report_id: 'r', contents: [] };

describe('An answer as the cases read it', () => {
  it.each([
    { what: 'left out', body: { errcode: 0 } },
    { what: 'null', body: { errcode: 0, result: null } },
    { what: 'without its list', body: { errcode: 0, result: {} } },
    { what: 'with null for its list', body: { errcode: 0, result: { data_list: null } } },
    { what: 'with an empty list', body: { errcode: 0, result: { data_list: [] } } },
  ])('has the same empty list where its result is $what', ({ body }) => {
    expect(withEmptyLists(listReports.response, body)).toEqual({ errcode: 0, result: { data_list: [] } });
  });

  it('has a list inside of each row', () => {
    const body = { result: { data_list: [{ report_id: 'r', contents: null }] } };

    expect(withEmptyLists(listReports.response, body)).toEqual({ result: { data_list: [report] } });
  });

  it('leaves out what is null, and keeps what is not', () => {
    const body = { result: { data_list: [], next_cursor: null, has_more: false } };

    expect(withEmptyLists(listReports.response, body)).toEqual({
      result: { data_list: [], has_more: false },
    });
  });
});
