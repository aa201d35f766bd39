namespace Twiga.Domain.Curriculum;

public readonly record struct ResourceId(long Value) : IId<ResourceId>
{
    public static ResourceId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
