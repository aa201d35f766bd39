namespace Twiga.Infrastructure.Tests.Embedded;

[SetUpFixture]
internal sealed class EmbeddedSetUp
{
    [OneTimeTearDown]
    public void RemoveModel() => TemporaryCluster.RemoveModel();
}
