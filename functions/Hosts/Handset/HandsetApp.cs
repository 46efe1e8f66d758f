using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Ascs.Hosts.Handset.Control;
using Ascs.Hosts.Handset.Gateway;
using Ascs.Hosts.Handset.Phones;
using Ascs.Hosts.Handset.Receipts;
using Ascs.Hosts.Handset.Store;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Console;

namespace Ascs.Hosts.Handset;

/// <summary>The handset as a web application: the same in a process of its own and inside another one.</summary>
public static class HandsetApp
{
    /// <summary>
    /// Opens the store and wires the application; nothing listens until it is started. Reads no environment variable and no configuration
    /// file, so it can share a process. Disposing it closes the store.
    /// </summary>
    /// <param name="options">What it needs.</param>
    /// <exception cref="HandsetStartException">The folder, the store, a secret or a knob cannot be used.</exception>
    public static WebApplication Build(HandsetOptions options)
    {
        if (options.Knobs.Faults() is [var fault, ..]) throw new HandsetStartException($"The knob {fault.Name} {fault.Rule}.");
        var folder = Path.GetFullPath(options.DataFolder);
        var store = HandsetStore.Open(folder, options);
        try
        {
            var secrets = GatewaySecrets.Load(options.SecretsFolder ?? Path.Combine(folder, "secrets"), options.Gateways);
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
            {
                ApplicationName = typeof(HandsetApp).Assembly.GetName().Name, EnvironmentName = "Production", ContentRootPath = folder,
            });
            Listen(builder, options.Port);
            Log(builder.Logging, options);
            AddServices(builder.Services, options, folder, store, secrets);
            var app = Routes.Map(builder.Build());
            app.Lifetime.ApplicationStarted.Register(() => File.WriteAllText(Path.Combine(folder, "address"), app.Urls.First() + "\n"));
            return app;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    private static void Listen(WebApplicationBuilder builder, int port) => builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
    {
        kestrel.Listen(IPAddress.Loopback, port);
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = JsonCall.MaxBytes;
    });

    private static void Log(ILoggingBuilder logging, HandsetOptions options)
    {
        // The framework's own information lines name request paths; warnings of a handset are rare and say enough.
        logging.SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None) // a failed start reaches whoever started it as an exception
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error); // it warns that the form keys lie in the clear: in a folder of mode 0700, on purpose
        if (options.Logging is { } choose) choose(logging);
        else ToStandardError(logging);
    }

    private static void ToStandardError(ILoggingBuilder logging)
    {
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.AddSimpleConsole(console => (console.SingleLine, console.UseUtcTimestamp, console.TimestampFormat) = (true, true, "yyyy-MM-ddTHH:mm:ss.fffZ "));
    }

    private static void AddServices(IServiceCollection services, HandsetOptions options, string folder, HandsetStore store, GatewaySecrets secrets)
    {
        services.AddRoutingCore();
        services.AddRazorComponents();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // Chinese text as itself, not as numbers; what HTML needs escaped still is
        services.AddAntiforgery(o => (o.Cookie.Name, o.FormFieldName, o.SuppressXFrameOptionsHeader) = ("handset-form", "form", true));
        services.AddDataProtection().SetApplicationName("handset").PersistKeysToFileSystem(OwnerOnly.Folder(Path.Combine(folder, "form-keys")));
        // By factory: the container then closes the store with the application.
        services.AddSingleton(_ => store);
        services.AddSingleton(options).AddSingleton(options.Time).AddSingleton(secrets)
            .AddSingleton(store.Knobs).AddSingleton(store.Writer).AddSingleton(store.Readers)
            .AddSingleton<Journal>().AddSingleton<JsonCall>().AddSingleton<EventBell>().AddSingleton<ReceiptClock>().AddSingleton<Replying>()
            .AddSingleton<Submit>().AddSingleton<Pull>().AddSingleton<Audit>()
            .AddSingleton<TurnKnobs>().AddSingleton<RegisterPhones>().AddSingleton<Inbox>().AddSingleton<SendReply>()
            .AddSingleton<ShowPhones>().AddSingleton<OpenPhone>().AddSingleton<ShowPhone>().AddSingleton<PostReply>().AddSingleton<ShowKnobs>().AddSingleton<PostKnobs>()
            .AddHostedService<ReceiptPump>();
    }
}
