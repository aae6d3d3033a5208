import type { FileSystem } from '../../base/file-system.ts'
import type { Facts } from '../template.ts'
import { detectRubyApp } from './detect-ruby-app.ts'
import { findServices } from './find-services.ts'

export type { FileSystem }

/**
 * Finds out what a project's files tell. They are read, and never run.
 * @param folder the URI of its folder
 * @param home the absolute path of the home folder of the one who asks
 */
export async function detectFacts(
  files: FileSystem,
  folder: string,
  home: string | undefined,
): Promise<Facts> {
  const [app, services] = await Promise.all([detectRubyApp(files, folder, home), findServices(files, folder)])
  return { app, services, home }
}
