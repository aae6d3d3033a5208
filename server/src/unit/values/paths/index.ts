import type { ValueTypes } from '../value-type.ts'
import { bindPaths } from './bind-paths.ts'
import { execDirectories } from './exec-directories.ts'
import { imagePolicy } from './image-policy.ts'
import { extensionImages, mountImages, rootImageOptions } from './images.ts'
import {
  bpfProgram,
  extendedAttribute,
  mountNode,
  openFile,
  rootHash,
  rootHashSignature,
} from './other-paths.ts'
import { colonPaths, namespacePaths, paths, temporaryFileSystems } from './path-lists.ts'
import { conditionPath, pidFile, plainPath, unitPath, workingDirectory } from './single-paths.ts'

/** Values that are paths, or have paths in them. */
export const pathTypes: ValueTypes = {
  bind_paths: bindPaths,
  bpf_foreign_program: bpfProgram,
  colon_separated_paths: colonPaths,
  exec_directories: execDirectories,
  exec_root_hash: rootHash,
  exec_root_hash_sig: rootHashSignature,
  extension_images: extensionImages,
  image_policy: imagePolicy,
  ip_filter_bpf_progs: plainPath,
  mount_images: mountImages,
  mount_node: mountNode,
  namespace_path_strv: namespacePaths,
  open_file: openFile,
  path_spec: plainPath,
  pid_file: pidFile,
  root_image_options: rootImageOptions,
  temporary_filesystems: temporaryFileSystems,
  unit_condition_path: conditionPath,
  unit_mounts_for: paths,
  unit_path_printf: unitPath,
  unit_path_strv_printf: paths,
  unit_requires_mounts_for: paths,
  working_directory: workingDirectory,
  xattr: extendedAttribute,
}
