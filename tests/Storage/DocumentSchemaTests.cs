using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Ascs.Storage.Tests;

public sealed partial class DocumentSchemaTests
{
    private static readonly DocumentSchema<Person> V1 = new("person", 1, Shapes.Default.Person);
    private static readonly DocumentSchema<Person> V3 = new("person", 3, Shapes.Default.Person, new Rename(1, "name", "Name"), new Rename(2, "Name", "Named"));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void a_body_carries_its_version_before_its_data() =>
        Assert.Equal("""{"v":1,"d":{"Named":"x"}}""", Encoding.UTF8.GetString(V1.ToBody(new("x")).Span));

    [Fact]
    public void a_value_comes_back_as_it_was() => Assert.Equal(new Person("x"), V1.FromBody(V1.ToBody(new("x"))));

    [Fact]
    public void the_order_of_members_does_not_matter() => Assert.Equal(new Person("x"), V1.FromBody(Bytes("""{ "d": {"Named":"x","v":7}, "later":[1], "v": 1 }""")));

    [Theory]
    [InlineData("""{"v":1,"d":{"name":"x"}}""")]
    [InlineData("""{"v":2,"d":{"Name":"x"}}""")]
    [InlineData("""{"v":3,"d":{"Named":"x"}}""")]
    public void every_known_version_reads_as_the_newest(string body) => Assert.Equal(new Person("x"), V3.FromBody(Bytes(body)));

    [Fact]
    public void a_newer_version_is_refused_in_one_sentence()
    {
        var refusal = Assert.Throws<NewerStoreException>(() => V1.FromBody(V3.ToBody(new("secret"))));

        Assert.StartsWith("A stored document (person) has version 3, but this program knows versions up to 1", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"v":1}""")]
    [InlineData("""{"d":{"Named":"secret"}}""")]
    [InlineData("""{"v":0,"d":{"Named":"secret"}}""")]
    [InlineData("""{"v":"1","d":{"Named":"secret"}}""")]
    [InlineData("""{"v":1,"d":null}""")]
    [InlineData("""{"v":1,"d":{"Named":["secret"]}}""")]
    [InlineData("""{"v":1,"d":"secret""")]
    public void what_is_not_such_a_document_is_refused_without_quoting_it(string body)
    {
        var refusal = Assert.Throws<InvalidDataException>(() => V1.FromBody(Bytes(body)));

        Assert.DoesNotContain("secret", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void a_version_older_than_every_upgrade_is_refused()
    {
        var schema = new DocumentSchema<Person>("person", 3, Shapes.Default.Person, new Rename(2, "Name", "Named"));

        Assert.Throws<InvalidDataException>(() => schema.FromBody(Bytes("""{"v":1,"d":{"name":"x"}}""")));
    }

    [Fact]
    public void upgrades_with_a_gap_are_a_bug()
    {
        Assert.Throws<ArgumentException>(() => new DocumentSchema<Person>("person", 3, Shapes.Default.Person, new Rename(1, "name", "Named")));
        Assert.Throws<ArgumentException>(() => new DocumentSchema<Person>("person", 1, Shapes.Default.Person, new Rename(0, "name", "Named")));
    }

    [Fact]
    public async Task values_are_written_and_read_through_a_store()
    {
        var store = new InMemoryDocumentStore();
        var etag = await store.TryCommitAsync(Containers.Work, "p", V1.Create("a", new("x")), Ct);
        await store.TryCommitAsync(Containers.Work, "p", V1.Upsert("b", new("y")), Ct);

        Assert.NotNull(await store.TryCommitAsync(Containers.Work, "p", V1.Replace("a", new("z"), etag!), Ct));
        Assert.Null(await store.TryCommitAsync(Containers.Work, "p", V1.Replace("a", new("lost"), etag!), Ct));

        Assert.Equal(new Person("z"), (await store.ReadAsync(Containers.Work, new("p", "a"), V1, Ct))!.Value);
        Assert.Null(await store.ReadAsync(Containers.Work, new("p", "absent"), V1, Ct));
        Assert.Equal(["y", "z"], (await store.ReadManyAsync(Containers.Work, [new("p", "b"), new("p", "a")], V1, Ct)).Select(s => s.Value.Named));
        Assert.Equal("b", (await store.RangeAsync(Containers.Work, "p", IdRange.First, IdRange.End, 1, V1, Ct)).NextFromId);
        Assert.Equal(["z", "y"], await store.RangeAllAsync(Containers.Work, "p", IdRange.First, IdRange.End, V1, Ct).Select(s => s.Value.Named).ToListAsync(Ct));
    }

    private static ReadOnlyMemory<byte> Bytes(string json) => Encoding.UTF8.GetBytes(json);

    internal sealed record Person(string Named);

    private sealed class Rename(int from, string old, string name) : IUpgrade
    {
        public int From => from;

        public JsonNode? Apply(JsonNode? data) => new JsonObject { [name] = data![old]!.DeepClone() };
    }

    [JsonSerializable(typeof(Person))]
    private sealed partial class Shapes : JsonSerializerContext;
}
