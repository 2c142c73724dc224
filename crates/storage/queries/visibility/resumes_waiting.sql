select distinct body ->> 'resume' as resume from outbox where topic = 'resumes'
