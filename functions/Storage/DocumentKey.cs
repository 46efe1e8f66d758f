namespace Ascs.Storage;

/// <summary>Where a document is within its container.</summary>
/// <param name="Partition">The unit of atomicity: one <see cref="IDocumentStore.CommitAsync"/> writes one partition. 1 to 200 of <c>[0-9A-Za-z_-]</c>.</param>
/// <param name="Id">Unique within the partition; ranges run in its ordinal order. 1 to 200 of <c>[0-9A-Za-z_-]</c>.</param>
public readonly record struct DocumentKey(string Partition, string Id);
