/**
 * Parsers whose values the project can judge, by systemd's name without `config_parse_`; `none` stands for the
 * NULL of [Install] keys. The extractor stops at a name that is not here, so that a new release cannot bring in
 * a kind of value nobody looked at.
 */
export const knownParsers: ReadonlySet<string> = new Set(
  `
  address_families allowed_cpuset bind_network_interface bind_paths blockio_bandwidth blockio_device_weight
  blockio_weight bool bpf_delegate_attachments bpf_delegate_commands bpf_delegate_maps bpf_delegate_programs
  bpf_foreign_program bus_name capability_set cg_cpu_weight cg_weight cgroup_nft_set cgroup_socket_bind
  collect_mode colon_separated_paths concurrency_max cpu_quota cpu_shares cpuset_partition delegate
  delegate_subgroup device_allow device_policy disable_controllers documentation emergency_action environ
  exec exec_apparmor_profile exec_coredump_filter exec_cpu_affinity exec_cpu_sched_policy
  exec_cpu_sched_prio exec_directories exec_input exec_input_data exec_input_text exec_io_class
  exec_io_priority exec_keyring_mode exec_memory_thp exec_mount_apivfs exec_mount_flags
  exec_mount_propagation_flag exec_nice exec_oom_score_adjust exec_output exec_preserve_mode exec_quota
  exec_root_hash exec_root_hash_sig exec_secure_bits exec_selinux_context exec_smack_process_label
  exec_utmp_mode exit_status extension_images fdname iec_size iec_size_long image_policy import_credential
  in_addr_prefixes int io_device_latency io_device_weight io_limit ip_filter_bpf_progs ip_tos job_mode
  job_mode_isolate job_running_timeout_sec job_timeout_sec kill_mode load_credential log_extra_fields
  log_facility log_filter_patterns log_level log_namespace long luo_sessions
  managed_oom_mem_pressure_duration_sec managed_oom_mem_pressure_limit managed_oom_mode
  managed_oom_preference managed_oom_rules memory_limit memory_pressure_watch mode mount_images mount_node
  namespace_flags namespace_path_strv none notify_access nsec numa_mask numa_policy obsolete_unit_deps
  oom_policy open_file pass_environ path_spec personality pid_file pressure_watch private_bpf private_pids
  private_tmp private_users proc_subset protect_control_groups protect_home protect_hostname protect_proc
  protect_system reboot_parameter restrict_filesystems restrict_namespaces restrict_network_interfaces
  rlimit root_image_options runtime_preserve_mode sec sec_def_infinity sec_fix_0 service_exit_type
  service_refresh_on_reload service_restart service_restart_mode service_sockets service_timeout
  service_timeout_abort service_timeout_failure_mode service_type set_credential set_status signal
  socket_bind socket_bindtodevice socket_defer_trigger socket_listen socket_protocol socket_service
  socket_timestamping string swap_priority syscall_archs syscall_errno syscall_filter syscall_log tasks_max
  temporary_filesystems timer trigger_unit tristate tty_size unit_condition_path unit_condition_string
  unit_cpu_set unit_deps unit_env_file unit_mounts_for unit_path_printf unit_path_strv_printf
  unit_requires_mounts_for unit_slice unit_string_printf unset_environ unsigned user_group_compat
  user_group_strv_compat warn_compat working_directory xattr
  `
    .trim()
    .split(/\s+/),
)
