using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Twiga.Domain;

namespace Twiga.Infrastructure.Persistence;

internal sealed class IdConverter<TId>() : ValueConverter<TId, long>(id => id.Value, value => Make(value))
    where TId : struct, IId<TId>
{
    private static TId Make(long value) => TId.From(value);
}
