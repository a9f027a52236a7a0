//! SADD, SREM.

use resp::{Args, ReplyError};
use values::Set;

use crate::context::CommandContext;
use crate::events::EventClass;

/// SADD key member [member ...]
pub fn sadd(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let members = args.tail(2);
    let mut place = ctx.write(args.get(1))?;
    place.set_value()?;
    let added = place.edit_set(|set, rules| {
        set.expect(members.len(), rules);
        let added = members.iter().filter(|member| set.add(member, rules));
        added.count()
    });
    let added = match added {
        Some(added) => added,
        None => {
            let set = place.build_set(|rules| {
                let mut set = Set::for_members(members.get(0), members.len(), rules);
                for member in members {
                    set.add(member, rules);
                }
                set
            });
            let added = set.len();
            place.put_set(set);
            added
        }
    };
    if added > 0 {
        place.event(EventClass::SET, "sadd");
    }
    place.reply.int(added as i64);
    if added > 0 {
        ctx.effects.request(ctx.db, args);
    }
    Ok(())
}

/// SREM key member [member ...]
pub fn srem(ctx: &mut CommandContext<'_>, args: Args<'_>) -> Result<(), ReplyError> {
    let members = args.tail(2);
    let mut place = ctx.write(args.get(1))?;
    place.set_value()?;
    let removed = place.edit_set(|set, _| {
        let removed = members.iter().filter(|member| set.remove(member));
        removed.count()
    });
    let removed = removed.unwrap_or(0);
    if removed > 0 {
        place.event_of_removal(EventClass::SET, "srem");
    }
    place.reply.int(removed as i64);
    if removed > 0 {
        ctx.effects.request(ctx.db, args);
    }
    Ok(())
}
