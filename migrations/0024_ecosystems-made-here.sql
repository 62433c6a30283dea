-- Ecosystems are made and described in the product: when people last changed what one is, who is in it, its money or
-- its ties.
alter table ecosystem add column facts_edited_at timestamptz;

-- A tie opens the records shared with the network. What the two have both settled, or a public source says, opens them
-- to each other; what one side alone has stated opens that side's records to the other, and no more.
alter table ecosystem_link add column mutual boolean not null default true;
