select base_version, base, visibility, content, dirty, revision, clashes,
    exists (select 1 from resume_step where kind = 'undo') as can_undo,
    exists (select 1 from resume_step where kind = 'redo') as can_redo
from resume
