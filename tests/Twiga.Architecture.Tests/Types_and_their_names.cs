using System.Globalization;
using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;

namespace Twiga.Architecture.Tests;

internal sealed class Types_and_their_names
{
    private static readonly string[] NotUsed =
        ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Processor", "Service", "Base", "Data", "Info", "Dto"];

    [Test]
    public void A_class_is_sealed_where_no_other_is_made_from_it()
    {
        var bases = Code.Written.OfType<Class>().Select(c => c.BaseClass?.FullName).ToHashSet();

        Assert.That(
            Code.Written.OfType<Class>().Where(c => c.IsSealed is false && !bases.Contains(c.FullName)).Select(c => c.FullName),
            Is.Empty);
    }

    [Test]
    public void No_name_says_nothing([ValueSource(nameof(NotUsed))] string word) => Assert.That(
        Code.Written.Where(t => Words(t.Name).Contains(word)).Select(t => t.FullName), Is.Empty);

    // Generated methods of [LoggerMessage] carry ids; calls by hand invite contents.
    [Test]
    public void Nothing_is_logged_by_hand() => Assert.That(
        Code.Written.Where(t => t.Dependencies.Any(d => d.Target.FullName == "Microsoft.Extensions.Logging.LoggerExtensions"))
            .Select(t => t.FullName),
        Is.Empty);

    // Public is what another project names, a request (the words in which modules talk), and what these show in their
    // own signatures.
    [Test]
    public void A_type_is_public_only_where_another_project_names_it()
    {
        var named = Code.Written.Where(IsPublic)
            .Where(t => IsRequest(t) || IsUsedOutside(t) || Sources.NamedOutside(Code.LayerOf(t)).Contains(t.Name))
            .ToHashSet();
        for (var open = new Queue<IType>(named); open.TryDequeue(out var type);)
        {
            var within = Code.Written.Where(t => t.FullName.StartsWith($"{type.FullName}+", StringComparison.Ordinal));
            foreach (var shown in type.Dependencies.Where(IsShown).SelectMany(Shown).Concat(within).Where(named.Add))
                open.Enqueue(shown);
        }

        var others = Code.Written.Where(t => IsPublic(t) && !t.IsNested && !named.Contains(t)).Select(t => t.FullName);
        Assert.That(string.Join('\n', others.Order()), Is.Empty);
    }

    private static bool IsRequest(IType type) => type.ImplementedInterfaces.Any(i => i.FullName == "MediatR.IBaseRequest");

    // Extension methods are called without the name of their class, constants leave no trace in the compiled code.
    private static bool IsUsedOutside(IType type) =>
        type.BackwardsDependencies.Any(d => Code.LayerOf(d.Origin) != Code.LayerOf(type));

    private static bool IsPublic(IType type) => type.Visibility == Visibility.Public;

    private static bool IsShown(ITypeDependency dependency) => dependency is InheritsBaseClassDependency
        or ImplementsInterfaceDependency or MethodSignatureDependency or PropertyTypeDependency or FieldTypeDependency
        or TypeGenericParameterTypeConstraintDependency or AttributeTypeDependency;

    private static IEnumerable<IType> Shown(ITypeDependency dependency) =>
        dependency.TargetGenericArguments.Select(a => a.Type).Append(dependency.Target);

    private static IEnumerable<string> Words(string name)
    {
        var word = "";
        foreach (var c in name.Split('`')[0])
        {
            if (char.IsUpper(c) && word.Length > 0 && !word.All(char.IsUpper))
            {
                yield return word;
                word = "";
            }

            word += c;
        }

        yield return word.ToString(CultureInfo.InvariantCulture);
    }
}
