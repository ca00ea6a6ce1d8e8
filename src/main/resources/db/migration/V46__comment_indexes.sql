-- How much was said by a link lately is counted before more is: few comments are guests', and only theirs are in here.
create index comment_of_guest on comment (guest_id, made_at) where guest_id is not null;
-- What was answered last in a thread, and how many answers there are.
create index comment_of_thread on comment (thread_id, id) where thread_id is not null;
