import type { CandidateFolder, Workspace } from '../model/workspace.ts';

/** The workspace with one application replaced, or added. */
export function withFolder(workspace: Workspace, folder: CandidateFolder): Workspace {
  const ofRole = new Map(workspace.candidates.get(folder.role)).set(folder.id, folder);
  return { ...workspace, candidates: new Map(workspace.candidates).set(folder.role, ofRole) };
}
