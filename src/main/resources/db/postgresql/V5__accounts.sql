-- What the engine does not keep of its users.
create table account (
    user_name varchar(255) primary key,
    -- The name as a person hears it, so that Jane and jane are not two; null for the second of two that were there before.
    folded_name varchar(255) unique,
    -- The hash, as the engine has it, of the password that the person chose. Any other was set by somebody else.
    chosen_password varchar(255)
);
