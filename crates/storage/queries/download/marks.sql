select mark from download
