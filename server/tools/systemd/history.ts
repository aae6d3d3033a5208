/**
 * What no single source tree tells: when a key first appeared, when a key that is gone began to be ignored,
 * and how an old spelling is written today. Kept by hand from systemd's release notes and older releases.
 */

/**
 * Per block the keys by the first release that knew them. Keys not named here are in 208 or older, which
 * is all a target of 252 or newer needs to know.
 */
export const firstVersions: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  Unit: {
    209: 'JoinsNamespaceOf OnFailureJobMode',
    210: 'ConditionArchitecture',
    215: 'ConditionNeedsUpdate',
    216: 'ConditionFirstBoot',
    217: 'JobTimeoutAction JobTimeoutRebootArgument',
    218: [
      'AssertPathExists AssertPathExistsGlob AssertPathIsDirectory AssertPathIsSymbolicLink',
      'AssertPathIsMountPoint AssertPathIsReadWrite AssertDirectoryNotEmpty AssertFileNotEmpty',
      'AssertFileIsExecutable AssertNeedsUpdate AssertFirstBoot AssertArchitecture AssertVirtualization',
      'AssertHost AssertKernelCommandLine AssertSecurity AssertCapability AssertACPower',
    ].join(' '),
    229: 'StartLimitInterval StartLimitBurst StartLimitAction RebootArgument',
    230: 'StartLimitIntervalSec',
    234: 'JobRunningTimeoutSec ConditionUser ConditionGroup AssertUser AssertGroup',
    236: 'FailureAction SuccessAction CollectMode',
    237: [
      'ConditionKernelVersion ConditionControlGroupController AssertKernelVersion',
      'AssertControlGroupController',
    ].join(' '),
    240: 'FailureActionExitStatus SuccessActionExitStatus',
    242: 'ConditionMemory ConditionCPUs AssertMemory AssertCPUs',
    246: 'ConditionPathIsEncrypted ConditionEnvironment AssertPathIsEncrypted AssertEnvironment',
    248: 'ConditionCPUFeature AssertCPUFeature',
    249: [
      'Upholds OnSuccess PropagatesStopTo StopPropagatedFrom OnSuccessJobMode ConditionFirmware',
      'ConditionOSRelease AssertOSRelease',
    ].join(' '),
    250: [
      'ConditionMemoryPressure ConditionCPUPressure ConditionIOPressure AssertMemoryPressure',
      'AssertCPUPressure AssertIOPressure',
    ].join(' '),
    252: 'ConditionCredential AssertCredential',
    255: 'SurviveFinalKillSignal',
    256: 'WantsMountsFor',
    258: 'ConditionVersion ConditionKernelModuleLoaded AssertVersion AssertKernelModuleLoaded',
    260: 'ConditionPathIsSocket AssertPathIsSocket',
    261: 'ConditionFraction ConditionMachineTag AssertFraction AssertMachineTag',
  },
  Service: {
    213: 'FailureAction RebootArgument',
    215: 'RestartForceExitStatus',
    217: 'BusPolicy',
    219: 'FileDescriptorStoreMax',
    227: 'USBFunctionDescriptors USBFunctionStrings',
    229: 'RuntimeMaxSec',
    243: 'ExecCondition TimeoutAbortSec OOMPolicy',
    246: 'TimeoutStartFailureMode TimeoutStopFailureMode',
    250: 'RuntimeRandomizedExtraSec ExitType',
    253: 'OpenFile ReloadSignal',
    254: 'RestartSteps RestartMaxDelaySec RestartMode FileDescriptorStorePreserve',
    259: 'ExecReloadPost',
    260: 'RefreshOnReload',
    262: 'RestartRandomizedDelaySec LUOSession',
  },
  Socket: {
    214: 'SocketUser SocketGroup RemoveOnStop Symlinks',
    216: 'KeepAliveTimeSec KeepAliveIntervalSec KeepAliveProbes DeferAcceptSec NoDelay',
    217: 'SELinuxContextFromNet',
    227: 'ListenUSBFunction Writable FileDescriptorName',
    229: 'SocketProtocol',
    230: 'TriggerLimitIntervalSec TriggerLimitBurst',
    232: 'MaxConnectionsPerSource',
    246: 'PassPacketInfo',
    247: 'FlushPending Timestamping',
    255: 'PollLimitIntervalSec PollLimitBurst',
    256: 'PassFileDescriptorsToExec',
    258: 'PassPIDFD AcceptFileDescriptors DeferTrigger DeferTriggerMaxSec',
    262: 'XAttrEntryPoint XAttrListen XAttrAccept',
  },
  Mount: {
    215: 'SloppyOptions',
    232: 'LazyUnmount ForceUnmount',
    246: 'ReadWriteOnly',
  },
  Automount: {
    220: 'TimeoutIdleSec',
    250: 'ExtraOptions',
  },
  Swap: {
    217: 'Options',
  },
  Timer: {
    209: 'AccuracySec',
    212: 'Persistent WakeSystem',
    228: 'RemainAfterElapse',
    229: 'RandomizedDelaySec',
    242: 'OnClockChange OnTimezoneChange',
    247: 'FixedRandomDelay',
    257: 'DeferReactivation',
    258: 'RandomizedOffsetSec',
  },
  Path: {
    250: 'TriggerLimitIntervalSec TriggerLimitBurst',
  },
  Slice: {
    258: 'ConcurrencySoftMax ConcurrencyHardMax',
    262: 'ActivatingConcurrencyMax',
  },
  Scope: {
    244: 'RuntimeMaxSec',
    250: 'RuntimeRandomizedExtraSec',
    // Announced with 253, and in the 252 that Debian 12 carries.
    252: 'OOMPolicy',
  },
  Install: {
    215: 'DefaultInstance',
    254: 'UpheldBy',
  },
  '@exec': {
    209: 'SystemCallArchitectures SystemCallErrorNumber PrivateDevices Personality SELinuxContext',
    210: 'AppArmorProfile',
    211: 'RestrictAddressFamilies RuntimeDirectoryMode RuntimeDirectory',
    214: 'ProtectSystem ProtectHome',
    218: 'SmackProcessLabel',
    225: 'UtmpMode',
    228: 'PassEnvironment',
    229: 'AmbientCapabilities',
    231: 'MemoryDenyWriteExecute RestrictRealtime ReadWritePaths ReadOnlyPaths InaccessiblePaths',
    232: [
      'DynamicUser ProtectKernelTunables ProtectKernelModules ProtectControlGroups PrivateUsers',
      'RemoveIPC',
    ].join(' '),
    233: 'RootImage RestrictNamespaces BindPaths BindReadOnlyPaths MountAPIVFS',
    235: [
      'UnsetEnvironment KeyringMode LockPersonality RuntimeDirectoryPreserve StateDirectoryMode',
      'StateDirectory CacheDirectoryMode CacheDirectory LogsDirectoryMode LogsDirectory',
      'ConfigurationDirectoryMode ConfigurationDirectory',
    ].join(' '),
    236: 'StandardInputText StandardInputData LogLevelMax LogExtraFields',
    238: 'TemporaryFileSystem',
    239: 'PrivateMounts',
    240: 'LogRateLimitIntervalSec LogRateLimitBurst',
    242: 'RestrictSUIDSGID NetworkNamespacePath ProtectHostname',
    243: 'NUMAPolicy NUMAMask TimeoutCleanSec',
    244: 'ProtectKernelLogs',
    245: 'ProtectClock LogNamespace',
    246: 'RootHash RootHashSignature RootVerity CoredumpFilter',
    247: 'RootImageOptions MountImages ProtectProc ProcSubset SystemCallLog SetCredential LoadCredential',
    248: 'ExtensionImages ExecPaths NoExecPaths IPCNamespacePath PrivateIPC',
    250: [
      'TTYRows TTYColumns RestrictFileSystems ExecSearchPath SetCredentialEncrypted',
      'LoadCredentialEncrypted',
    ].join(' '),
    251: 'ExtensionDirectories',
    253: 'LogFilterPatterns',
    254: 'RootImagePolicy RootEphemeral ExtensionImagePolicy MountImagePolicy ImportCredential MemoryKSM',
    255: 'SetLoginEnvironment',
    257: 'PrivatePIDs BindLogSockets',
    258: [
      'PrivateBPF BPFDelegateCommands BPFDelegateMaps BPFDelegatePrograms BPFDelegateAttachments',
      'DelegateNamespaces StateDirectoryAccounting StateDirectoryQuota CacheDirectoryAccounting',
      'CacheDirectoryQuota LogsDirectoryAccounting LogsDirectoryQuota',
    ].join(' '),
    259: 'UserNamespacePath',
    260: 'RootMStack MemoryTHP',
  },
  '@cgroup': {
    213: 'StartupCPUShares CPUQuota StartupBlockIOWeight',
    218: 'Delegate',
    227: 'TasksAccounting TasksMax NetClass',
    230: [
      'IOAccounting IOWeight StartupIOWeight IODeviceWeight IOReadBandwidthMax IOWriteBandwidthMax',
      'IOReadIOPSMax IOWriteIOPSMax',
    ].join(' '),
    231: 'MemoryLow MemoryHigh MemoryMax',
    232: 'CPUWeight StartupCPUWeight MemorySwapMax',
    235: 'IPAccounting IPAddressAllow IPAddressDeny',
    240: 'MemoryMin IODeviceLatencyTargetSec DisableControllers',
    242: 'CPUQuotaPeriodSec',
    243: 'DefaultMemoryMin DefaultMemoryLow IPIngressFilterPath IPEgressFilterPath',
    244: 'AllowedCPUs AllowedMemoryNodes',
    247: 'ManagedOOMSwap ManagedOOMMemoryPressure',
    248: 'ManagedOOMMemoryPressureLimit ManagedOOMPreference',
    249: 'BPFProgram SocketBindAllow SocketBindDeny',
    250: 'StartupAllowedCPUs StartupAllowedMemoryNodes RestrictNetworkInterfaces',
    253: 'MemoryZSwapMax',
    254: [
      'StartupMemoryLow DefaultStartupMemoryLow StartupMemoryHigh StartupMemoryMax StartupMemorySwapMax',
      'StartupMemoryZSwapMax DelegateSubgroup MemoryPressureThresholdSec MemoryPressureWatch',
    ].join(' '),
    255: 'NFTSet CoredumpReceive',
    256: 'MemoryZSwapWriteback',
    257: 'ManagedOOMMemoryPressureDurationSec',
    260: 'BindNetworkInterface',
    261: [
      'CPUSetPartition OOMRules CPUPressureThresholdSec CPUPressureWatch IOPressureThresholdSec',
      'IOPressureWatch',
    ].join(' '),
  },
  '@kill': {
    240: 'FinalKillSignal WatchdogSignal',
    244: 'RestartKillSignal',
  },
}

/**
 * Keys that are parsed only to warn: the first release that ignored them. 252 stands for 252 or older where
 * the release notes are silent.
 */
export const removals: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  // Snapshot units went with 228.
  Unit: { 228: 'IgnoreOnSnapshot' },
  Service: { 252: 'SysVStartPriority BusPolicy' },
  '@exec': { 230: 'Capabilities' },
  '@cgroup': {
    229: 'NetClass',
    // With cgroup v1; CPUAccounting= has no effect under v2.
    258: [
      'CPUAccounting CPUShares StartupCPUShares MemoryLimit BlockIOAccounting BlockIOWeight',
      'StartupBlockIOWeight BlockIODeviceWeight BlockIOReadBandwidth BlockIOWriteBandwidth',
    ].join(' '),
    // Still read in 258; the kernels they were for fell below the baseline of 260.
    260: 'DefaultMemoryMin DefaultMemoryLow DefaultStartupMemoryLow',
  },
}

/** Keys of which the manual's note of their age is wrong: release notes and older releases have them later. */
export const documentedBefore: ReadonlySet<string> = new Set([
  // Announced with 210.
  'Unit.ConditionArchitecture',
  // Was ManagedOOMMemoryPressureLimitPercent= in 247.
  '@cgroup.ManagedOOMMemoryPressureLimit',
])

/** How an old key is written today. */
export interface Replacement {
  /** Another section than the old key's; absent where it stays. */
  readonly section?: string
  readonly name: string
  /** The value that says the same as `yes` did, where values do not carry over. */
  readonly value?: string
  /** Whether the old value means the same under the new name. */
  readonly sameValue: boolean
}

const renamed = (name: string): Replacement => ({ name, sameValue: true })
const rescaled = (name: string): Replacement => ({ name, sameValue: false })
const moved = (name: string): Replacement => ({ section: 'Unit', name, sameValue: true })

/** Old spellings by block and name. */
export const replacements: Readonly<Record<string, Readonly<Record<string, Replacement>>>> = {
  Unit: {
    BindTo: renamed('BindsTo'),
    PropagateReloadTo: renamed('PropagatesReloadTo'),
    PropagateReloadFrom: renamed('ReloadPropagatedFrom'),
    RequiresOverridable: renamed('Requires'),
    RequisiteOverridable: renamed('Requisite'),
    OnFailureIsolate: { name: 'OnFailureJobMode', value: 'isolate', sameValue: false },
    StartLimitInterval: renamed('StartLimitIntervalSec'),
  },
  Service: {
    StartLimitInterval: moved('StartLimitIntervalSec'),
    StartLimitBurst: moved('StartLimitBurst'),
    StartLimitAction: moved('StartLimitAction'),
    FailureAction: moved('FailureAction'),
    RebootArgument: moved('RebootArgument'),
    // What it spared the other Exec lines is now said line by line, with the `+` prefix.
    PermissionsStartOnly: rescaled('ExecStartPre'),
  },
  '@exec': {
    ReadWriteDirectories: renamed('ReadWritePaths'),
    ReadOnlyDirectories: renamed('ReadOnlyPaths'),
    InaccessibleDirectories: renamed('InaccessiblePaths'),
    Capabilities: rescaled('CapabilityBoundingSet'),
  },
  '@cgroup': {
    // Weights run over other ranges: shares 2-262144 around 1024, block I/O 10-1000 around 500, now 1-10000 around 100.
    CPUShares: rescaled('CPUWeight'),
    StartupCPUShares: rescaled('StartupCPUWeight'),
    MemoryLimit: renamed('MemoryMax'),
    BlockIOAccounting: renamed('IOAccounting'),
    BlockIOWeight: rescaled('IOWeight'),
    StartupBlockIOWeight: rescaled('StartupIOWeight'),
    BlockIODeviceWeight: rescaled('IODeviceWeight'),
    BlockIOReadBandwidth: renamed('IOReadBandwidthMax'),
    BlockIOWriteBandwidth: renamed('IOWriteBandwidthMax'),
  },
}

/**
 * Keys that got another parser, by parser: the first release with it, where it came between two recorded ones
 * and the release notes name it. Other changes count from the first recorded release that has them.
 */
export const parserChanges: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  Unit: { unit_mounts_for: 256 },
  Socket: { iec_size_long: 262 },
  Mount: { mount_node: 256 },
  Swap: { mount_node: 256 },
  '@exec': {
    private_tmp: 257,
    private_users: 257,
    protect_control_groups: 257,
    protect_hostname: 258,
    namespace_flags: 258,
  },
  '@cgroup': { unit_cpu_set: 258, pressure_watch: 261 },
}
