namespace Twiga.Domain.Curriculum;

public readonly record struct PassageId(long Value) : IId<PassageId>
{
    public static PassageId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
