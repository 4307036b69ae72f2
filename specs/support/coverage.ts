const { currentCase } = globalThis.suite;

/**
 * Says what the case asserts, for the coverage of the documentation: rules `blackboard/create/R4`, response fields asserted by
 * value `blackboard/get#result.title` (arrays: `result.user_list[].staff_id`), parameters whose effect or limit is asserted
 * `blackboard/listids?query_request.page_size`, their values `blackboard/create?create_request.private_level=20`, limits
 * `report/list?size=max` and `report/list?size=>max`, errors `report/create!33012`. It counts once the case has passed.
 */
export function covers(...ids: readonly string[]): void {
  const { asserted, grounds } = currentCase();
  asserted.push(...ids);
  grounds.push(...ids);
}
