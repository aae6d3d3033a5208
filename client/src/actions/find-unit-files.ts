import { type CancellationToken, CancellationTokenSource, type Uri, workspace } from 'vscode'

/** Unit files as the explorer names them. */
export const unitFiles = '**/*.{service,socket,timer,path,target,mount,automount,swap,slice}'
const mostFiles = 200

/** How long a search may take, in milliseconds: through links it may come to folders that have no end, as /sys. */
const patience = 5000

/**
 * The unit files of the workspace, by their names; none where that takes too long.
 * @param token ends the search before its time
 */
export async function findUnitFiles(token?: CancellationToken): Promise<readonly Uri[]> {
  const source = new CancellationTokenSource()
  const timer = setTimeout(() => source.cancel(), patience)
  const listener = token?.onCancellationRequested(() => source.cancel())
  try {
    return await workspace.findFiles(unitFiles, '**/node_modules/**', mostFiles, source.token)
  } finally {
    clearTimeout(timer)
    listener?.dispose()
    source.dispose()
  }
}
