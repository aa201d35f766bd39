using ArchUnitNET.Domain;

namespace Twiga.Architecture.Tests;

internal sealed class Handlers
{
    private const int CollaboratorsAtMost = 4;

    private static readonly string[] Roles = ["IRequestHandler`2", "IRequestHandler`1"];

    private static IEnumerable<Class> All => Code.Written.OfType<Class>().Where(c => c.IsAbstract is false && IsHandler(c));

    [Test]
    public void Exist() => Assert.That(All.Count(), Is.GreaterThan(5));

    [Test]
    public void Have_four_collaborators_at_most() => Assert.That(
        All.SelectMany(h => h.Constructors.Where(c => c.Parameters.Count() > CollaboratorsAtMost).Select(_ => h.FullName)),
        Is.Empty);

    [Test]
    public void Are_named_for_their_request() => Assert.That(
        All.Where(h => h.Name != RequestOf(h)?.Name + "Handler" && !h.IsGeneric).Select(h => h.FullName), Is.Empty);

    [Test]
    public void Are_internal() => Assert.That(
        All.Where(h => h.Visibility == Visibility.Public).Select(h => h.FullName), Is.Empty);

    // A command starts work; inside a handler it would save in the middle of another's work.
    [Test]
    public void Never_send_a_command() => Assert.That(SentRequests.CommandsSentByHandlers(), Is.Empty);

    private static bool IsHandler(Class type) => type.ImplementedInterfaces.Any(i => Roles.Contains(i.Name))
        || type.InheritedClasses.Any(b => b.ImplementedInterfaces.Any(i => Roles.Contains(i.Name)) || b.Name.StartsWith("AsyncRequestHandler", StringComparison.Ordinal));

    private static IType? RequestOf(Class handler) => handler.Dependencies
        .Where(d => d is ArchUnitNET.Domain.Dependencies.ImplementsInterfaceDependency
            or ArchUnitNET.Domain.Dependencies.InheritsBaseClassDependency)
        .SelectMany(d => d.TargetGenericArguments).Select(a => a.Type).FirstOrDefault();
}
