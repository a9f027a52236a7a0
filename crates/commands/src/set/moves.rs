//! SMOVE.

use resp::{Args, ReplyError};
use values::Set;

use crate::context::CommandContext;
use crate::events::EventClass;

/// SMOVE source destination member
pub fn smove(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let (source, destination, member) = (args.get(1), args.get(2), args.get(3));
    let place = ctx.write(source)?;
    if !place.exists() {
        place.reply.int(0);
        return Ok(());
    }
    let is_member = place.set_value()?.is_some_and(|set| set.contains(member));
    ctx.write(destination)?.set_value()?;
    if !is_member || source == destination {
        ctx.reply.int(i64::from(is_member));
        return Ok(());
    }
    let mut place = ctx.peek(source)?;
    place.edit_set(|set, _| set.remove(member));
    place.event_of_removal(EventClass::SET, "srem");
    let mut place = ctx.peek(destination)?;
    let added = place.edit_set(|set, rules| set.add(member, rules));
    if added.is_none() {
        let set = place.build_set(|rules| {
            let mut set = Set::for_members(member, 1, rules);
            set.add(member, rules);
            set
        });
        place.put_set(set);
    }
    if added.unwrap_or(true) {
        place.event(EventClass::SET, "sadd");
    }
    place.reply.int(1);
    ctx.effects.request(ctx.db, args);
    Ok(())
}
