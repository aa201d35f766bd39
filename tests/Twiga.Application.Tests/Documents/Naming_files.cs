using Twiga.Application.Documents;

namespace Twiga.Application.Tests.Documents;

internal sealed class Naming_files
{
    [TestCase("mfumo wa mmeng'enyo wa chakula", 50, "mfumo wa mmeng'enyo wa chakula")]
    [TestCase("mmeng’enyo", 50, "mmeng'enyo")]
    [TestCase("'tides' & \"waves\": ../the sea?", 50, "tides waves the sea")]
    [TestCase("the whole of the ocean", 12, "the whole of")]
    public void Keeps_what_a_person_reads_and_no_path_takes_amiss(string topic, int longest, string name) =>
        Assert.That(FileNames.Plain(topic, longest), Is.EqualTo(name));
}
