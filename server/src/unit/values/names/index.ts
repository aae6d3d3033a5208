import type { ValueTypes } from '../value-type.ts'
import { conditionText } from './conditions.ts'
import { installNames } from './install.ts'
import { busName, documentation, logNamespace, rebootParameter } from './plain-names.ts'
import { sliceName, socketService, triggeredUnit } from './single-unit.ts'
import { socketNames, unitNames } from './unit-lists.ts'
import { userOrGroup, usersOrGroups } from './users.ts'

/** Values that name something: units, users, names on the bus, pages of documentation. */
export const nameTypes: ValueTypes = {
  bus_name: busName,
  documentation,
  log_namespace: logNamespace,
  none: installNames,
  obsolete_unit_deps: unitNames,
  reboot_parameter: rebootParameter,
  service_sockets: socketNames,
  socket_service: socketService,
  trigger_unit: triggeredUnit,
  unit_condition_string: conditionText,
  unit_deps: unitNames,
  unit_slice: sliceName,
  user_group_compat: userOrGroup,
  user_group_strv_compat: usersOrGroups,
}
