using Ascs.Hosts.Local.Setup;

namespace Ascs.Journeys.Tests.Hosts;

/// <summary>An initialised sample that nobody has started; each test works on a copy of a party.</summary>
public sealed class FreshFolder : IAsyncLifetime
{
    private int copies;

    internal SampleFolder Sample { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Sample = await new Initialiser(TimeProvider.System).MakeAsync(Directory.CreateTempSubdirectory("ascs-host-").FullName, 0, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Sample.Root, recursive: true);
        return ValueTask.CompletedTask;
    }

    internal PartyFolder Copy(string party)
    {
        var source = Sample.Party(party).Root;
        var copy = new PartyFolder(Path.Combine(Sample.Root, $"copy-{++copies}"));
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.Root, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }
}
