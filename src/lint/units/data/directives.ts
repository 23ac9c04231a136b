/**
 * The sections of unit files and their directives. Names as `systemd --dump-configuration-items` prints them (systemd 252),
 * and those that src/core/load-fragment-gperf.gperf.in of systemd has gained since.
 */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const execution = words(`
  WorkingDirectory RootDirectory RootImage RootImageOptions RootHash RootHashSignature RootVerity
  ExtensionDirectories ExtensionImages MountImages User Group SupplementaryGroups Nice OOMScoreAdjust
  CoredumpFilter IOSchedulingClass IOSchedulingPriority CPUSchedulingPolicy CPUSchedulingPriority
  CPUSchedulingResetOnFork CPUAffinity NUMAPolicy NUMAMask UMask Environment EnvironmentFile
  PassEnvironment UnsetEnvironment DynamicUser RemoveIPC StandardInput StandardOutput StandardError
  StandardInputText StandardInputData TTYPath TTYReset TTYVHangup TTYVTDisallocate TTYRows TTYColumns
  SyslogIdentifier SyslogFacility SyslogLevel SyslogLevelPrefix LogLevelMax LogRateLimitIntervalSec
  LogRateLimitBurst LogExtraFields SecureBits CapabilityBoundingSet AmbientCapabilities TimerSlackNSec
  NoNewPrivileges KeyringMode ProtectProc ProcSubset SystemCallFilter SystemCallArchitectures
  SystemCallErrorNumber SystemCallLog MemoryDenyWriteExecute RestrictNamespaces RestrictRealtime
  RestrictSUIDSGID RestrictAddressFamilies LockPersonality RestrictFileSystems LimitCPU LimitFSIZE
  LimitDATA LimitSTACK LimitCORE LimitRSS LimitNOFILE LimitAS LimitNPROC LimitMEMLOCK LimitLOCKS
  LimitSIGPENDING LimitMSGQUEUE LimitNICE LimitRTPRIO LimitRTTIME ReadWriteDirectories ReadOnlyDirectories
  InaccessibleDirectories ReadWritePaths ReadOnlyPaths InaccessiblePaths ExecPaths NoExecPaths
  ExecSearchPath BindPaths BindReadOnlyPaths TemporaryFileSystem PrivateTmp PrivateDevices
  ProtectKernelTunables ProtectKernelModules ProtectKernelLogs ProtectClock ProtectControlGroups
  NetworkNamespacePath IPCNamespacePath LogNamespace PrivateNetwork PrivateUsers PrivateMounts PrivateIPC
  ProtectSystem ProtectHome MountFlags MountAPIVFS Personality RuntimeDirectoryPreserve
  RuntimeDirectoryMode RuntimeDirectory StateDirectoryMode StateDirectory CacheDirectoryMode
  CacheDirectory LogsDirectoryMode LogsDirectory ConfigurationDirectoryMode ConfigurationDirectory
  SetCredential SetCredentialEncrypted LoadCredential LoadCredentialEncrypted TimeoutCleanSec PAMName
  IgnoreSIGPIPE UtmpIdentifier UtmpMode SELinuxContext AppArmorProfile SmackProcessLabel ProtectHostname
  RootImagePolicy MountImagePolicy ExtensionImagePolicy RootEphemeral SetLoginEnvironment
  LogFilterPatterns ImportCredential PrivatePIDs PrivateBPF BPFDelegateCommands BPFDelegateMaps
  BPFDelegatePrograms BPFDelegateAttachments DelegateNamespaces StateDirectoryQuota CacheDirectoryQuota
  LogsDirectoryQuota StateDirectoryAccounting CacheDirectoryAccounting LogsDirectoryAccounting
  UserNamespacePath DebugInvocation
`);

const resources = words(`
  Slice AllowedCPUs StartupAllowedCPUs AllowedMemoryNodes StartupAllowedMemoryNodes CPUAccounting
  CPUWeight StartupCPUWeight CPUShares StartupCPUShares CPUQuota CPUQuotaPeriodSec MemoryAccounting
  MemoryMin DefaultMemoryMin DefaultMemoryLow MemoryLow MemoryHigh MemoryMax MemorySwapMax MemoryLimit
  DeviceAllow DevicePolicy IOAccounting IOWeight StartupIOWeight IODeviceWeight IOReadBandwidthMax
  IOWriteBandwidthMax IOReadIOPSMax IOWriteIOPSMax IODeviceLatencyTargetSec BlockIOAccounting
  BlockIOWeight StartupBlockIOWeight BlockIODeviceWeight BlockIOReadBandwidth BlockIOWriteBandwidth
  TasksAccounting TasksMax Delegate DisableControllers IPAccounting IPAddressAllow IPAddressDeny
  IPIngressFilterPath IPEgressFilterPath ManagedOOMSwap ManagedOOMMemoryPressure
  ManagedOOMMemoryPressureLimit ManagedOOMPreference BPFProgram SocketBindAllow SocketBindDeny
  RestrictNetworkInterfaces MemoryZSwapMax MemoryZSwapWriteback StartupMemoryLow StartupMemoryHigh
  StartupMemoryMax StartupMemorySwapMax StartupMemoryZSwapMax DefaultStartupMemoryLow DelegateSubgroup
  CoredumpReceive NFTSet MemoryPressureWatch MemoryPressureThresholdSec
  ManagedOOMMemoryPressureDurationSec
`);

const killing = words(`
  SendSIGKILL SendSIGHUP KillMode KillSignal RestartKillSignal FinalKillSignal WatchdogSignal
`);

const unit = words(`
  Description Documentation SourcePath Requires Requisite Wants BindsTo BindTo Upholds Conflicts Before
  After OnSuccess OnFailure PropagatesReloadTo PropagateReloadTo ReloadPropagatedFrom PropagateReloadFrom
  PropagatesStopTo StopPropagatedFrom PartOf JoinsNamespaceOf RequiresOverridable RequisiteOverridable
  RequiresMountsFor StopWhenUnneeded RefuseManualStart RefuseManualStop AllowIsolate DefaultDependencies
  OnSuccessJobMode OnFailureJobMode OnFailureIsolate IgnoreOnIsolate JobTimeoutSec JobRunningTimeoutSec
  JobTimeoutAction JobTimeoutRebootArgument StartLimitIntervalSec StartLimitInterval StartLimitBurst
  StartLimitAction FailureAction SuccessAction FailureActionExitStatus SuccessActionExitStatus
  RebootArgument ConditionPathExists ConditionPathExistsGlob ConditionPathIsDirectory
  ConditionPathIsSymbolicLink ConditionPathIsMountPoint ConditionPathIsReadWrite ConditionPathIsEncrypted
  ConditionDirectoryNotEmpty ConditionFileNotEmpty ConditionFileIsExecutable ConditionNeedsUpdate
  ConditionFirstBoot ConditionArchitecture ConditionFirmware ConditionVirtualization ConditionHost
  ConditionKernelCommandLine ConditionKernelVersion ConditionCredential ConditionSecurity
  ConditionCapability ConditionACPower ConditionMemory ConditionCPUFeature ConditionCPUs
  ConditionEnvironment ConditionUser ConditionGroup ConditionControlGroupController ConditionOSRelease
  ConditionMemoryPressure ConditionCPUPressure ConditionIOPressure AssertPathExists AssertPathExistsGlob
  AssertPathIsDirectory AssertPathIsSymbolicLink AssertPathIsMountPoint AssertPathIsReadWrite
  AssertPathIsEncrypted AssertDirectoryNotEmpty AssertFileNotEmpty AssertFileIsExecutable
  AssertNeedsUpdate AssertFirstBoot AssertArchitecture AssertVirtualization AssertHost
  AssertKernelCommandLine AssertKernelVersion AssertCredential AssertSecurity AssertCapability
  AssertACPower AssertMemory AssertCPUFeature AssertCPUs AssertEnvironment AssertUser AssertGroup
  AssertControlGroupController AssertOSRelease AssertMemoryPressure AssertCPUPressure AssertIOPressure
  CollectMode WantsMountsFor SurviveFinalKillSignal ConditionVersion AssertVersion
  ConditionKernelModuleLoaded AssertKernelModuleLoaded ConditionPathIsSocket AssertPathIsSocket
  AssertFirmware
`);

const install = words(`
  Alias WantedBy RequiredBy Also DefaultInstance UpheldBy
`);

const service = words(`
  PIDFile ExecCondition ExecStartPre ExecStart ExecStartPost ExecReload ExecStop ExecStopPost RestartSec
  TimeoutSec TimeoutStartSec TimeoutStopSec TimeoutAbortSec TimeoutStartFailureMode TimeoutStopFailureMode
  RuntimeMaxSec RuntimeRandomizedExtraSec WatchdogSec StartLimitInterval StartLimitBurst StartLimitAction
  FailureAction RebootArgument Type ExitType Restart PermissionsStartOnly RootDirectoryStartOnly
  RemainAfterExit GuessMainPID RestartPreventExitStatus RestartForceExitStatus SuccessExitStatus
  NonBlocking BusName FileDescriptorStoreMax NotifyAccess Sockets USBFunctionDescriptors
  USBFunctionStrings OOMPolicy RestartSteps RestartMaxDelaySec RestartMode ReloadSignal OpenFile
  FileDescriptorStorePreserve ExecReloadPost RefreshOnReload
`);

const socket = words(`
  ListenStream ListenDatagram ListenSequentialPacket ListenFIFO ListenNetlink ListenSpecial
  ListenMessageQueue ListenUSBFunction SocketProtocol BindIPv6Only Backlog BindToDevice ExecStartPre
  ExecStartPost ExecStopPre ExecStopPost TimeoutSec SocketUser SocketGroup SocketMode DirectoryMode Accept
  FlushPending Writable MaxConnections MaxConnectionsPerSource KeepAlive KeepAliveTimeSec
  KeepAliveIntervalSec KeepAliveProbes DeferAcceptSec NoDelay Priority ReceiveBuffer SendBuffer IPTOS
  IPTTL Mark PipeSize FreeBind Transparent Broadcast PassCredentials PassSecurity PassPacketInfo
  Timestamping TCPCongestion ReusePort MessageQueueMaxMessages MessageQueueMessageSize RemoveOnStop
  Symlinks FileDescriptorName Service TriggerLimitIntervalSec TriggerLimitBurst SmackLabel SmackLabelIPIn
  SmackLabelIPOut SELinuxContextFromNet PollLimitIntervalSec PollLimitBurst AcceptFileDescriptors
  DeferTrigger DeferTriggerMaxSec PassPIDFD PassFileDescriptorsToExec
`);

const mount = words(`
  What Where Options Type TimeoutSec DirectoryMode SloppyOptions LazyUnmount ForceUnmount ReadWriteOnly
`);

const swap = words(`
  What Priority Options TimeoutSec
`);

const automount = words(`
  Where ExtraOptions DirectoryMode TimeoutIdleSec
`);

const timer = words(`
  OnCalendar OnActiveSec OnBootSec OnStartupSec OnUnitActiveSec OnUnitInactiveSec OnClockChange
  OnTimezoneChange Persistent WakeSystem RemainAfterElapse FixedRandomDelay AccuracySec RandomizedDelaySec
  Unit DeferReactivation RandomizedOffsetSec
`);

const path = words(`
  PathExists PathExistsGlob PathChanged PathModified DirectoryNotEmpty Unit MakeDirectory DirectoryMode
  TriggerLimitIntervalSec TriggerLimitBurst
`);

/** Directives by section. Sections whose names begin with `X-` are anybody's own. */
export const directives: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['Unit', new Set(unit)],
  ['Install', new Set(install)],
  ['Service', new Set([...service, ...execution, ...resources, ...killing])],
  ['Socket', new Set([...socket, ...execution, ...resources, ...killing])],
  ['Mount', new Set([...mount, ...execution, ...resources, ...killing])],
  ['Swap', new Set([...swap, ...execution, ...resources, ...killing])],
  ['Automount', new Set(automount)],
  ['Timer', new Set(timer)],
  ['Path', new Set(path)],
  ['Slice', new Set(resources)],
  [
    'Scope',
    new Set([
      ...resources,
      ...killing,
      'OOMPolicy',
      'RuntimeMaxSec',
      'RuntimeRandomizedExtraSec',
      'TimeoutStopSec',
    ]),
  ],
]);
