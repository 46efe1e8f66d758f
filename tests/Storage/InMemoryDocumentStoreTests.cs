namespace Ascs.Storage.Tests;

public sealed class InMemoryDocumentStoreTests : DocumentStoreConformance
{
    protected override ValueTask<IDocumentStore> OpenAsync(TimeProvider time) => new(new InMemoryDocumentStore(time));

    protected override ValueTask CloseAsync(IDocumentStore store) => default;
}
