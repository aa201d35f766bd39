namespace Twiga.Domain.Curriculum;

public readonly record struct SchoolClassId(long Value) : IId<SchoolClassId>
{
    public static SchoolClassId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
