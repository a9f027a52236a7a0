//! Which body belongs to which command, and which keys a request has.

use command_table::CommandId;
use resp::Args;

use crate::{Body, bitmap, generic, geo, hash, list, set, stream, string, zset};

/// The keys that the command table sees in a request.
pub(super) fn keys(id: CommandId, args: Args<'_>) -> Vec<&[u8]> {
    if id == CommandId::Debug {
        let last = if args.get(1).eq_ignore_ascii_case(b"digest-value") {
            args.len()
        } else {
            3
        };
        return (2..last).map(|i| args.get(i)).collect();
    }
    if id == CommandId::Msetex {
        let count = stdx::num::parse_i64(args.get(1)).unwrap_or(0).clamp(0, 9);
        let pairs = args.tail(2).iter().step_by(2);
        return pairs.take(count.unsigned_abs() as usize).collect();
    }
    if zset_body(id).or_else(|| geo_body(id)).is_some() {
        let words: Vec<&[u8]> = args.iter().collect();
        let mut found = command_table::KeyList::new();
        // What cannot be told is refused by the body before it looks at a key.
        let _ = command_table::keys(id, words.as_slice(), &mut found);
        return found.indexes().map(|i| args.get(i)).collect();
    }

    if let Some(place) = numkeys_place(id) {
        let count = stdx::num::parse_i64(args.get(place)).unwrap_or(0);
        let count = count.clamp(0, 9);
        return args
            .tail(place + 1)
            .iter()
            .take(count.unsigned_abs() as usize)
            .collect();
    }

    if matches!(id, CommandId::Xread | CommandId::Xreadgroup) {
        let words: Vec<&[u8]> = args.iter().collect();
        let at = words
            .iter()
            .position(|word| word.eq_ignore_ascii_case(b"streams"));
        let rest = at.map_or(&[][..], |at| &words[at + 1..]);
        return rest[..rest.len() / 2].to_vec();
    }
    let range = id.spec().range;
    let len = args.len() as i64;
    let last = i64::from(range.last) + if range.last < 0 { len } else { 0 };
    if range.first == 0 {
        return Vec::new();
    }
    let places = (i64::from(range.first)..=last).step_by(range.step.unsigned_abs().into());
    places
        .filter_map(|i| args.try_get(usize::try_from(i).ok()?))
        .collect()
}

/// The argument that says how many keys follow it.
fn numkeys_place(id: CommandId) -> Option<usize> {
    match id {
        CommandId::Sintercard | CommandId::Lmpop => Some(1),
        CommandId::Blmpop => Some(2),
        _ => None,
    }
}

/// The body of a command of this crate that has keys.
pub(super) fn body(id: CommandId, args: Args<'_>) -> Option<Body> {
    string_body(id)
        .or_else(|| generic_body(id))
        .or_else(|| list_body(id))
        .or_else(|| hash_body(id))
        .or_else(|| zset_body(id))
        .or_else(|| geo_body(id))
        .or_else(|| set_body(id))
        .or_else(|| bitmap_body(id))
        .or_else(|| stream_body(id))
        .or_else(|| debug_body(id, args))
}

fn hash_body(id: CommandId) -> Option<Body> {
    use CommandId::*;
    Some(match id {
        Hdel => hash::hdel,
        Hexists => hash::hexists,
        Hget => hash::hget,
        Hgetall => hash::hgetall,
        Hincrby => hash::hincrby,
        Hincrbyfloat => hash::hincrbyfloat,
        Hkeys => hash::hkeys,
        Hlen => hash::hlen,
        Hmget => hash::hmget,
        Hmset => hash::hmset,
        Hrandfield => hash::hrandfield,
        Hscan => hash::hscan,
        Hset => hash::hset,
        Hsetnx => hash::hsetnx,
        Hstrlen => hash::hstrlen,
        Hvals => hash::hvals,
        Hexpire => hash::hexpire,
        Hexpireat => hash::hexpireat,
        Hexpiretime => hash::hexpiretime,
        Hgetdel => hash::hgetdel,
        Hgetex => hash::hgetex,
        Hpersist => hash::hpersist,
        Hpexpire => hash::hpexpire,
        Hpexpireat => hash::hpexpireat,
        Hpexpiretime => hash::hpexpiretime,
        Hpttl => hash::hpttl,
        Hsetex => hash::hsetex,
        Httl => hash::httl,
        _ => return None,
    })
}

fn zset_body(id: CommandId) -> Option<Body> {
    use CommandId::*;
    Some(match id {
        Zadd => zset::zadd,
        Zcard => zset::zcard,
        Zcount => zset::zcount,
        Zdiff => zset::zdiff,
        Zdiffstore => zset::zdiffstore,
        Zincrby => zset::zincrby,
        Zinter => zset::zinter,
        Zintercard => zset::zintercard,
        Zinterstore => zset::zinterstore,
        Zlexcount => zset::zlexcount,
        Zmpop => zset::zmpop,
        Zmscore => zset::zmscore,
        Zpopmax => zset::zpopmax,
        Zpopmin => zset::zpopmin,
        Zrandmember => zset::zrandmember,
        Zrange => zset::zrange,
        Zrangebylex => zset::zrangebylex,
        Zrangebyscore => zset::zrangebyscore,
        Zrangestore => zset::zrangestore,
        Zrank => zset::zrank,
        Zrem => zset::zrem,
        Zremrangebylex => zset::zremrangebylex,
        Zremrangebyrank => zset::zremrangebyrank,
        Zremrangebyscore => zset::zremrangebyscore,
        Zrevrange => zset::zrevrange,
        Zrevrangebylex => zset::zrevrangebylex,
        Zrevrangebyscore => zset::zrevrangebyscore,
        Zrevrank => zset::zrevrank,
        Zscan => zset::zscan,
        Zscore => zset::zscore,
        Zunion => zset::zunion,
        Zunionstore => zset::zunionstore,
        Bzmpop => zset::bzmpop,
        Bzpopmax => zset::bzpopmax,
        Bzpopmin => zset::bzpopmin,
        _ => return None,
    })
}

fn geo_body(id: CommandId) -> Option<Body> {
    use CommandId::*;
    Some(match id {
        Geoadd => geo::geoadd,
        Geodist => geo::geodist,
        Geohash => geo::geohash,
        Geopos => geo::geopos,
        Georadius => geo::georadius,
        GeoradiusRo => geo::georadius_ro,
        Georadiusbymember => geo::georadiusbymember,
        GeoradiusbymemberRo => geo::georadiusbymember_ro,
        Geosearch => geo::geosearch,
        Geosearchstore => geo::geosearchstore,
        _ => return None,
    })
}

fn set_body(id: CommandId) -> Option<Body> {
    use CommandId::*;
    Some(match id {
        Sadd => set::sadd,
        Scard => set::scard,
        Sdiff => set::sdiff,
        Sdiffstore => set::sdiffstore,
        Sinter => set::sinter,
        Sintercard => set::sintercard,
        Sinterstore => set::sinterstore,
        Sismember => set::sismember,
        Smembers => set::smembers,
        Smismember => set::smismember,
        Smove => set::smove,
        Spop => set::spop,
        Srandmember => set::srandmember,
        Srem => set::srem,
        Sscan => set::sscan,
        Sunion => set::sunion,
        Sunionstore => set::sunionstore,
        _ => return None,
    })
}

fn string_body(id: CommandId) -> Option<Body> {
    use CommandId::*;
    Some(match id {
        Append => string::append,
        Decr => string::decr,
        Decrby => string::decrby,
        Get => string::get,
        Getdel => string::getdel,
        Getex => string::getex,
        Getrange | Substr => string::getrange,
        Getset => string::getset,
        Incr => string::incr,
        Incrby => string::incrby,
        Incrbyfloat => string::incrbyfloat,
        Mget => string::mget,
        Mset => string::mset,
        Msetnx => string::msetnx,
        Msetex => string::msetex,
        Delifeq => string::delifeq,
        Psetex => string::psetex,
        Set => string::set,
        Setex => string::setex,
        Setnx => string::setnx,
        Setrange => string::setrange,
        Strlen => string::strlen,
        _ => return None,
    })
}

fn bitmap_body(id: CommandId) -> Option<Body> {
    use CommandId::*;
    Some(match id {
        Setbit => bitmap::setbit,
        Getbit => bitmap::getbit,
        Bitcount => bitmap::bitcount,
        Bitpos => bitmap::bitpos,
        Bitop => bitmap::bitop,
        Bitfield => bitmap::bitfield,
        BitfieldRo => bitmap::bitfield_ro,
        _ => return None,
    })
}

fn generic_body(id: CommandId) -> Option<Body> {
    use CommandId::*;
    Some(match id {
        Copy => generic::copy,
        Del => generic::del,
        Exists => generic::exists,
        Expire => generic::expire,
        Expireat => generic::expireat,
        Expiretime => generic::expiretime,
        MemoryUsage => generic::memory_usage,
        Move => generic::move_key,
        ObjectEncoding => generic::object_encoding,
        ObjectFreq => generic::object_freq,
        ObjectHelp => generic::object_help,
        ObjectIdletime => generic::object_idletime,
        ObjectRefcount => generic::object_refcount,
        Persist => generic::persist,
        Pexpire => generic::pexpire,
        Pexpireat => generic::pexpireat,
        Pexpiretime => generic::pexpiretime,
        Pttl => generic::pttl,
        Rename => generic::rename,
        Renamenx => generic::renamenx,
        Touch => generic::touch,
        Ttl => generic::ttl,
        Type => generic::key_type,
        Unlink => generic::unlink,
        _ => return None,
    })
}

fn list_body(id: CommandId) -> Option<Body> {
    use CommandId::*;
    Some(match id {
        Blmove => list::blmove,
        Blpop => list::blpop,
        Brpop => list::brpop,
        Brpoplpush => list::brpoplpush,
        Blmpop => list::blmpop,
        Lindex => list::lindex,
        Linsert => list::linsert,
        Lmpop => list::lmpop,
        Lpos => list::lpos,
        Lrem => list::lrem,
        Lset => list::lset,
        Ltrim => list::ltrim,
        Llen => list::llen,
        Lmove => list::lmove,
        Lpop => list::lpop,
        Lpush => list::lpush,
        Lpushx => list::lpushx,
        Lrange => list::lrange,
        Rpop => list::rpop,
        Rpoplpush => list::rpoplpush,
        Rpush => list::rpush,
        Rpushx => list::rpushx,
        _ => return None,
    })
}

fn stream_body(id: CommandId) -> Option<Body> {
    use CommandId::*;
    Some(match id {
        Xack => stream::xack,
        Xadd => stream::xadd,
        Xautoclaim => stream::xautoclaim,
        Xclaim => stream::xclaim,
        Xdel => stream::xdel,
        XgroupCreate => stream::xgroup_create,
        XgroupCreateconsumer => stream::xgroup_createconsumer,
        XgroupDelconsumer => stream::xgroup_delconsumer,
        XgroupDestroy => stream::xgroup_destroy,
        XgroupSetid => stream::xgroup_setid,
        XinfoConsumers => stream::xinfo_consumers,
        XinfoGroups => stream::xinfo_groups,
        XinfoStream => stream::xinfo_stream,
        Xlen => stream::xlen,
        Xpending => stream::xpending,
        Xrange => stream::xrange,
        Xread => stream::xread,
        Xreadgroup => stream::xreadgroup,
        Xrevrange => stream::xrevrange,
        Xsetid => stream::xsetid,
        Xtrim => stream::xtrim,
        _ => return None,
    })
}

fn debug_body(id: CommandId, args: Args<'_>) -> Option<Body> {
    match (id, args.try_get(1)?.to_ascii_lowercase().as_slice()) {
        (CommandId::Debug, b"object") => Some(generic::debug_object),
        (CommandId::Debug, b"sdslen") => Some(generic::debug_sdslen),
        (CommandId::Debug, b"digest-value") => Some(generic::debug_digest_value),
        _ => None,
    }
}
