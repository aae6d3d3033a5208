import type { ValueTypes } from '../value-type.ts'
import { bpfDelegationTypes } from './bpf-delegation.ts'
import { delegateSubgroup, disableControllers } from './controllers.ts'
import { deviceAllow } from './device-allow.ts'
import { restrictFileSystems } from './file-systems.ts'
import { restrictNetworkInterfaces } from './interfaces.ts'
import { cgroupNftSet } from './nft-sets.ts'
import { personality } from './personality.ts'
import { securityLabel } from './security-labels.ts'
import { luoSessions, managedOomRules } from './session-names.ts'
import { syscallErrno, syscallFilter, syscallLog } from './syscalls.ts'

/** Grammars of lists of names, by parser. */
export const listTypes: ValueTypes = {
  ...bpfDelegationTypes,
  cgroup_nft_set: cgroupNftSet,
  delegate_subgroup: delegateSubgroup,
  device_allow: deviceAllow,
  disable_controllers: disableControllers,
  exec_apparmor_profile: securityLabel,
  exec_selinux_context: securityLabel,
  exec_smack_process_label: securityLabel,
  luo_sessions: luoSessions,
  managed_oom_rules: managedOomRules,
  personality,
  restrict_filesystems: restrictFileSystems,
  restrict_network_interfaces: restrictNetworkInterfaces,
  syscall_errno: syscallErrno,
  syscall_filter: syscallFilter,
  syscall_log: syscallLog,
}
