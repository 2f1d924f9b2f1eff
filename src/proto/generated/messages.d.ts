import * as $protobuf from "protobufjs";
import Long = require("long");

/** Namespace tensorboard. */
export namespace tensorboard {

    /**
     * Properties of an Event.
     * @deprecated Use tensorboard.Event.$Properties instead.
     */
    interface IEvent extends tensorboard.Event.$Properties {
    }

    /** Represents an Event. */
    class Event {

        /**
         * Constructs a new Event.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.Event.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Event wallTime. */
        wallTime: number;

        /** Event step. */
        step: number;

        /** Event fileVersion. */
        fileVersion?: (string|null);

        /** Event graphDef. */
        graphDef?: (Uint8Array|null);

        /** Event summary. */
        summary?: (tensorboard.Summary.$Properties|null);

        /** Event logMessage. */
        logMessage?: (tensorboard.LogMessage.$Properties|null);

        /** Event sessionLog. */
        sessionLog?: (tensorboard.SessionLog.$Properties|null);

        /** Event taggedRunMetadata. */
        taggedRunMetadata?: (tensorboard.TaggedRunMetadata.$Properties|null);

        /** Event metaGraphDef. */
        metaGraphDef?: (Uint8Array|null);

        /** Event sourceMetadata. */
        sourceMetadata?: (tensorboard.SourceMetadata.$Properties|null);

        /** Event what. */
        what?: ("fileVersion"|"graphDef"|"summary"|"logMessage"|"sessionLog"|"taggedRunMetadata"|"metaGraphDef");

        /**
         * Creates a new Event instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Event instance
         */
        static create(properties: tensorboard.Event.$Shape): tensorboard.Event & tensorboard.Event.$Shape;
        static create(properties?: tensorboard.Event.$Properties): tensorboard.Event;

        /**
         * Encodes the specified Event message. Does not implicitly {@link tensorboard.Event.verify|verify} messages.
         * @param message Event message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.Event.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Event message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.Event & tensorboard.Event.$Shape} Event
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.Event & tensorboard.Event.$Shape;
    }

    namespace Event {

        /** Properties of an Event. */
        interface $Properties {

            /** Event wallTime */
            wallTime?: (number|null);

            /** Event step */
            step?: (number|null);

            /** Event fileVersion */
            fileVersion?: (string|null);

            /** Event graphDef */
            graphDef?: (Uint8Array|null);

            /** Event summary */
            summary?: (tensorboard.Summary.$Properties|null);

            /** Event logMessage */
            logMessage?: (tensorboard.LogMessage.$Properties|null);

            /** Event sessionLog */
            sessionLog?: (tensorboard.SessionLog.$Properties|null);

            /** Event taggedRunMetadata */
            taggedRunMetadata?: (tensorboard.TaggedRunMetadata.$Properties|null);

            /** Event metaGraphDef */
            metaGraphDef?: (Uint8Array|null);

            /** Event sourceMetadata */
            sourceMetadata?: (tensorboard.SourceMetadata.$Properties|null);

            /** Event what */
            what?: ("fileVersion"|"graphDef"|"summary"|"logMessage"|"sessionLog"|"taggedRunMetadata"|"metaGraphDef");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of an Event. */
        type $Shape = {
          wallTime?: number|null;
          step?: number|null;
          fileVersion?: string|null;
          graphDef?: Uint8Array|null;
          summary?: tensorboard.Summary.$Shape|null;
          logMessage?: tensorboard.LogMessage.$Shape|null;
          sessionLog?: tensorboard.SessionLog.$Shape|null;
          taggedRunMetadata?: tensorboard.TaggedRunMetadata.$Shape|null;
          metaGraphDef?: Uint8Array|null;
          sourceMetadata?: tensorboard.SourceMetadata.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ what?: undefined; fileVersion?: null; graphDef?: null; summary?: null; logMessage?: null; sessionLog?: null; taggedRunMetadata?: null; metaGraphDef?: null }|{ what?: "fileVersion"; fileVersion: string; graphDef?: null; summary?: null; logMessage?: null; sessionLog?: null; taggedRunMetadata?: null; metaGraphDef?: null }|{ what?: "graphDef"; fileVersion?: null; graphDef: Uint8Array; summary?: null; logMessage?: null; sessionLog?: null; taggedRunMetadata?: null; metaGraphDef?: null }|{ what?: "summary"; fileVersion?: null; graphDef?: null; summary: tensorboard.Summary.$Shape; logMessage?: null; sessionLog?: null; taggedRunMetadata?: null; metaGraphDef?: null }|{ what?: "logMessage"; fileVersion?: null; graphDef?: null; summary?: null; logMessage: tensorboard.LogMessage.$Shape; sessionLog?: null; taggedRunMetadata?: null; metaGraphDef?: null }|{ what?: "sessionLog"; fileVersion?: null; graphDef?: null; summary?: null; logMessage?: null; sessionLog: tensorboard.SessionLog.$Shape; taggedRunMetadata?: null; metaGraphDef?: null }|{ what?: "taggedRunMetadata"; fileVersion?: null; graphDef?: null; summary?: null; logMessage?: null; sessionLog?: null; taggedRunMetadata: tensorboard.TaggedRunMetadata.$Shape; metaGraphDef?: null }|{ what?: "metaGraphDef"; fileVersion?: null; graphDef?: null; summary?: null; logMessage?: null; sessionLog?: null; taggedRunMetadata?: null; metaGraphDef: Uint8Array })
        );
    }

    /**
     * Properties of a SourceMetadata.
     * @deprecated Use tensorboard.SourceMetadata.$Properties instead.
     */
    interface ISourceMetadata extends tensorboard.SourceMetadata.$Properties {
    }

    /** Represents a SourceMetadata. */
    class SourceMetadata {

        /**
         * Constructs a new SourceMetadata.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.SourceMetadata.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SourceMetadata writer. */
        writer: string;

        /**
         * Creates a new SourceMetadata instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SourceMetadata instance
         */
        static create(properties: tensorboard.SourceMetadata.$Shape): tensorboard.SourceMetadata & tensorboard.SourceMetadata.$Shape;
        static create(properties?: tensorboard.SourceMetadata.$Properties): tensorboard.SourceMetadata;

        /**
         * Encodes the specified SourceMetadata message. Does not implicitly {@link tensorboard.SourceMetadata.verify|verify} messages.
         * @param message SourceMetadata message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.SourceMetadata.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SourceMetadata message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.SourceMetadata & tensorboard.SourceMetadata.$Shape} SourceMetadata
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.SourceMetadata & tensorboard.SourceMetadata.$Shape;
    }

    namespace SourceMetadata {

        /** Properties of a SourceMetadata. */
        interface $Properties {

            /** SourceMetadata writer */
            writer?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SourceMetadata. */
        type $Shape = tensorboard.SourceMetadata.$Properties;
    }

    /**
     * Properties of a LogMessage.
     * @deprecated Use tensorboard.LogMessage.$Properties instead.
     */
    interface ILogMessage extends tensorboard.LogMessage.$Properties {
    }

    /** Represents a LogMessage. */
    class LogMessage {

        /**
         * Constructs a new LogMessage.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.LogMessage.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LogMessage level. */
        level: tensorboard.LogMessage.Level;

        /** LogMessage message. */
        message: string;

        /**
         * Creates a new LogMessage instance using the specified properties.
         * @param [properties] Properties to set
         * @returns LogMessage instance
         */
        static create(properties: tensorboard.LogMessage.$Shape): tensorboard.LogMessage & tensorboard.LogMessage.$Shape;
        static create(properties?: tensorboard.LogMessage.$Properties): tensorboard.LogMessage;

        /**
         * Encodes the specified LogMessage message. Does not implicitly {@link tensorboard.LogMessage.verify|verify} messages.
         * @param message LogMessage message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.LogMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LogMessage message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.LogMessage & tensorboard.LogMessage.$Shape} LogMessage
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.LogMessage & tensorboard.LogMessage.$Shape;
    }

    namespace LogMessage {

        /** Properties of a LogMessage. */
        interface $Properties {

            /** LogMessage level */
            level?: (tensorboard.LogMessage.Level|null);

            /** LogMessage message */
            message?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LogMessage. */
        type $Shape = tensorboard.LogMessage.$Properties;

        /** Level enum. */
        enum Level {

            /** UNKNOWN value */
            UNKNOWN = 0,

            /** DEBUGGING value */
            DEBUGGING = 10,

            /** INFO value */
            INFO = 20,

            /** WARN value */
            WARN = 30,

            /** ERROR value */
            ERROR = 40,

            /** FATAL value */
            FATAL = 50
        }
    }

    /**
     * Properties of a SessionLog.
     * @deprecated Use tensorboard.SessionLog.$Properties instead.
     */
    interface ISessionLog extends tensorboard.SessionLog.$Properties {
    }

    /** Represents a SessionLog. */
    class SessionLog {

        /**
         * Constructs a new SessionLog.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.SessionLog.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SessionLog status. */
        status: tensorboard.SessionLog.SessionStatus;

        /** SessionLog checkpointPath. */
        checkpointPath: string;

        /** SessionLog msg. */
        msg: string;

        /**
         * Creates a new SessionLog instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SessionLog instance
         */
        static create(properties: tensorboard.SessionLog.$Shape): tensorboard.SessionLog & tensorboard.SessionLog.$Shape;
        static create(properties?: tensorboard.SessionLog.$Properties): tensorboard.SessionLog;

        /**
         * Encodes the specified SessionLog message. Does not implicitly {@link tensorboard.SessionLog.verify|verify} messages.
         * @param message SessionLog message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.SessionLog.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SessionLog message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.SessionLog & tensorboard.SessionLog.$Shape} SessionLog
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.SessionLog & tensorboard.SessionLog.$Shape;
    }

    namespace SessionLog {

        /** Properties of a SessionLog. */
        interface $Properties {

            /** SessionLog status */
            status?: (tensorboard.SessionLog.SessionStatus|null);

            /** SessionLog checkpointPath */
            checkpointPath?: (string|null);

            /** SessionLog msg */
            msg?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SessionLog. */
        type $Shape = tensorboard.SessionLog.$Properties;

        /** SessionStatus enum. */
        enum SessionStatus {

            /** STATUS_UNSPECIFIED value */
            STATUS_UNSPECIFIED = 0,

            /** START value */
            START = 1,

            /** STOP value */
            STOP = 2,

            /** CHECKPOINT value */
            CHECKPOINT = 3
        }
    }

    /**
     * Properties of a TaggedRunMetadata.
     * @deprecated Use tensorboard.TaggedRunMetadata.$Properties instead.
     */
    interface ITaggedRunMetadata extends tensorboard.TaggedRunMetadata.$Properties {
    }

    /** Represents a TaggedRunMetadata. */
    class TaggedRunMetadata {

        /**
         * Constructs a new TaggedRunMetadata.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.TaggedRunMetadata.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** TaggedRunMetadata tag. */
        tag: string;

        /** TaggedRunMetadata runMetadata. */
        runMetadata: Uint8Array;

        /**
         * Creates a new TaggedRunMetadata instance using the specified properties.
         * @param [properties] Properties to set
         * @returns TaggedRunMetadata instance
         */
        static create(properties: tensorboard.TaggedRunMetadata.$Shape): tensorboard.TaggedRunMetadata & tensorboard.TaggedRunMetadata.$Shape;
        static create(properties?: tensorboard.TaggedRunMetadata.$Properties): tensorboard.TaggedRunMetadata;

        /**
         * Encodes the specified TaggedRunMetadata message. Does not implicitly {@link tensorboard.TaggedRunMetadata.verify|verify} messages.
         * @param message TaggedRunMetadata message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.TaggedRunMetadata.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a TaggedRunMetadata message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.TaggedRunMetadata & tensorboard.TaggedRunMetadata.$Shape} TaggedRunMetadata
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.TaggedRunMetadata & tensorboard.TaggedRunMetadata.$Shape;
    }

    namespace TaggedRunMetadata {

        /** Properties of a TaggedRunMetadata. */
        interface $Properties {

            /** TaggedRunMetadata tag */
            tag?: (string|null);

            /** TaggedRunMetadata runMetadata */
            runMetadata?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a TaggedRunMetadata. */
        type $Shape = tensorboard.TaggedRunMetadata.$Properties;
    }

    /** DataClass enum. */
    enum DataClass {

        /** DATA_CLASS_UNKNOWN value */
        DATA_CLASS_UNKNOWN = 0,

        /** DATA_CLASS_SCALAR value */
        DATA_CLASS_SCALAR = 1,

        /** DATA_CLASS_TENSOR value */
        DATA_CLASS_TENSOR = 2,

        /** DATA_CLASS_BLOB_SEQUENCE value */
        DATA_CLASS_BLOB_SEQUENCE = 3
    }

    /**
     * Properties of a SummaryMetadata.
     * @deprecated Use tensorboard.SummaryMetadata.$Properties instead.
     */
    interface ISummaryMetadata extends tensorboard.SummaryMetadata.$Properties {
    }

    /** Represents a SummaryMetadata. */
    class SummaryMetadata {

        /**
         * Constructs a new SummaryMetadata.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.SummaryMetadata.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SummaryMetadata pluginData. */
        pluginData?: (tensorboard.SummaryMetadata.PluginData.$Properties|null);

        /** SummaryMetadata displayName. */
        displayName: string;

        /** SummaryMetadata summaryDescription. */
        summaryDescription: string;

        /** SummaryMetadata dataClass. */
        dataClass: tensorboard.DataClass;

        /**
         * Creates a new SummaryMetadata instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SummaryMetadata instance
         */
        static create(properties: tensorboard.SummaryMetadata.$Shape): tensorboard.SummaryMetadata & tensorboard.SummaryMetadata.$Shape;
        static create(properties?: tensorboard.SummaryMetadata.$Properties): tensorboard.SummaryMetadata;

        /**
         * Encodes the specified SummaryMetadata message. Does not implicitly {@link tensorboard.SummaryMetadata.verify|verify} messages.
         * @param message SummaryMetadata message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.SummaryMetadata.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SummaryMetadata message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.SummaryMetadata & tensorboard.SummaryMetadata.$Shape} SummaryMetadata
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.SummaryMetadata & tensorboard.SummaryMetadata.$Shape;
    }

    namespace SummaryMetadata {

        /** Properties of a SummaryMetadata. */
        interface $Properties {

            /** SummaryMetadata pluginData */
            pluginData?: (tensorboard.SummaryMetadata.PluginData.$Properties|null);

            /** SummaryMetadata displayName */
            displayName?: (string|null);

            /** SummaryMetadata summaryDescription */
            summaryDescription?: (string|null);

            /** SummaryMetadata dataClass */
            dataClass?: (tensorboard.DataClass|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SummaryMetadata. */
        type $Shape = tensorboard.SummaryMetadata.$Properties;

        /**
         * Properties of a PluginData.
         * @deprecated Use tensorboard.SummaryMetadata.PluginData.$Properties instead.
         */
        interface IPluginData extends tensorboard.SummaryMetadata.PluginData.$Properties {
        }

        /** Represents a PluginData. */
        class PluginData {

            /**
             * Constructs a new PluginData.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.SummaryMetadata.PluginData.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PluginData pluginName. */
            pluginName: string;

            /** PluginData content. */
            content: Uint8Array;

            /**
             * Creates a new PluginData instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PluginData instance
             */
            static create(properties: tensorboard.SummaryMetadata.PluginData.$Shape): tensorboard.SummaryMetadata.PluginData & tensorboard.SummaryMetadata.PluginData.$Shape;
            static create(properties?: tensorboard.SummaryMetadata.PluginData.$Properties): tensorboard.SummaryMetadata.PluginData;

            /**
             * Encodes the specified PluginData message. Does not implicitly {@link tensorboard.SummaryMetadata.PluginData.verify|verify} messages.
             * @param message PluginData message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.SummaryMetadata.PluginData.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PluginData message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.SummaryMetadata.PluginData & tensorboard.SummaryMetadata.PluginData.$Shape} PluginData
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.SummaryMetadata.PluginData & tensorboard.SummaryMetadata.PluginData.$Shape;
        }

        namespace PluginData {

            /** Properties of a PluginData. */
            interface $Properties {

                /** PluginData pluginName */
                pluginName?: (string|null);

                /** PluginData content */
                content?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PluginData. */
            type $Shape = tensorboard.SummaryMetadata.PluginData.$Properties;
        }
    }

    /**
     * Properties of a Summary.
     * @deprecated Use tensorboard.Summary.$Properties instead.
     */
    interface ISummary extends tensorboard.Summary.$Properties {
    }

    /** Represents a Summary. */
    class Summary {

        /**
         * Constructs a new Summary.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.Summary.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Summary value. */
        value: tensorboard.Summary.Value.$Properties[];

        /**
         * Creates a new Summary instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Summary instance
         */
        static create(properties: tensorboard.Summary.$Shape): tensorboard.Summary & tensorboard.Summary.$Shape;
        static create(properties?: tensorboard.Summary.$Properties): tensorboard.Summary;

        /**
         * Encodes the specified Summary message. Does not implicitly {@link tensorboard.Summary.verify|verify} messages.
         * @param message Summary message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.Summary.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Summary message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.Summary & tensorboard.Summary.$Shape} Summary
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.Summary & tensorboard.Summary.$Shape;
    }

    namespace Summary {

        /** Properties of a Summary. */
        interface $Properties {

            /** Summary value */
            value?: (tensorboard.Summary.Value.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Summary. */
        type $Shape = {
          value?: tensorboard.Summary.Value.$Shape[]|null;
          $unknowns?: Uint8Array[];
        };

        /**
         * Properties of an Image.
         * @deprecated Use tensorboard.Summary.Image.$Properties instead.
         */
        interface IImage extends tensorboard.Summary.Image.$Properties {
        }

        /** Represents an Image. */
        class Image {

            /**
             * Constructs a new Image.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.Summary.Image.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Image height. */
            height: number;

            /** Image width. */
            width: number;

            /** Image colorspace. */
            colorspace: number;

            /** Image encodedImageString. */
            encodedImageString: Uint8Array;

            /**
             * Creates a new Image instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Image instance
             */
            static create(properties: tensorboard.Summary.Image.$Shape): tensorboard.Summary.Image & tensorboard.Summary.Image.$Shape;
            static create(properties?: tensorboard.Summary.Image.$Properties): tensorboard.Summary.Image;

            /**
             * Encodes the specified Image message. Does not implicitly {@link tensorboard.Summary.Image.verify|verify} messages.
             * @param message Image message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.Summary.Image.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Image message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.Summary.Image & tensorboard.Summary.Image.$Shape} Image
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.Summary.Image & tensorboard.Summary.Image.$Shape;
        }

        namespace Image {

            /** Properties of an Image. */
            interface $Properties {

                /** Image height */
                height?: (number|null);

                /** Image width */
                width?: (number|null);

                /** Image colorspace */
                colorspace?: (number|null);

                /** Image encodedImageString */
                encodedImageString?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Image. */
            type $Shape = tensorboard.Summary.Image.$Properties;
        }

        /**
         * Properties of an Audio.
         * @deprecated Use tensorboard.Summary.Audio.$Properties instead.
         */
        interface IAudio extends tensorboard.Summary.Audio.$Properties {
        }

        /** Represents an Audio. */
        class Audio {

            /**
             * Constructs a new Audio.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.Summary.Audio.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Audio sampleRate. */
            sampleRate: number;

            /** Audio numChannels. */
            numChannels: number;

            /** Audio lengthFrames. */
            lengthFrames: number;

            /** Audio encodedAudioString. */
            encodedAudioString: Uint8Array;

            /** Audio contentType. */
            contentType: string;

            /**
             * Creates a new Audio instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Audio instance
             */
            static create(properties: tensorboard.Summary.Audio.$Shape): tensorboard.Summary.Audio & tensorboard.Summary.Audio.$Shape;
            static create(properties?: tensorboard.Summary.Audio.$Properties): tensorboard.Summary.Audio;

            /**
             * Encodes the specified Audio message. Does not implicitly {@link tensorboard.Summary.Audio.verify|verify} messages.
             * @param message Audio message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.Summary.Audio.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Audio message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.Summary.Audio & tensorboard.Summary.Audio.$Shape} Audio
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.Summary.Audio & tensorboard.Summary.Audio.$Shape;
        }

        namespace Audio {

            /** Properties of an Audio. */
            interface $Properties {

                /** Audio sampleRate */
                sampleRate?: (number|null);

                /** Audio numChannels */
                numChannels?: (number|null);

                /** Audio lengthFrames */
                lengthFrames?: (number|null);

                /** Audio encodedAudioString */
                encodedAudioString?: (Uint8Array|null);

                /** Audio contentType */
                contentType?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Audio. */
            type $Shape = tensorboard.Summary.Audio.$Properties;
        }

        /**
         * Properties of a Value.
         * @deprecated Use tensorboard.Summary.Value.$Properties instead.
         */
        interface IValue extends tensorboard.Summary.Value.$Properties {
        }

        /** Represents a Value. */
        class Value {

            /**
             * Constructs a new Value.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.Summary.Value.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Value nodeName. */
            nodeName: string;

            /** Value tag. */
            tag: string;

            /** Value metadata. */
            metadata?: (tensorboard.SummaryMetadata.$Properties|null);

            /** Value simpleValue. */
            simpleValue?: (number|null);

            /** Value obsoleteOldStyleHistogram. */
            obsoleteOldStyleHistogram?: (Uint8Array|null);

            /** Value image. */
            image?: (tensorboard.Summary.Image.$Properties|null);

            /** Value histo. */
            histo?: (tensorboard.HistogramProto.$Properties|null);

            /** Value audio. */
            audio?: (tensorboard.Summary.Audio.$Properties|null);

            /** Value tensor. */
            tensor?: (tensorboard.TensorProto.$Properties|null);

            /** Value value. */
            value?: ("simpleValue"|"obsoleteOldStyleHistogram"|"image"|"histo"|"audio"|"tensor");

            /**
             * Creates a new Value instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Value instance
             */
            static create(properties: tensorboard.Summary.Value.$Shape): tensorboard.Summary.Value & tensorboard.Summary.Value.$Shape;
            static create(properties?: tensorboard.Summary.Value.$Properties): tensorboard.Summary.Value;

            /**
             * Encodes the specified Value message. Does not implicitly {@link tensorboard.Summary.Value.verify|verify} messages.
             * @param message Value message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.Summary.Value.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Value message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.Summary.Value & tensorboard.Summary.Value.$Shape} Value
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.Summary.Value & tensorboard.Summary.Value.$Shape;
        }

        namespace Value {

            /** Properties of a Value. */
            interface $Properties {

                /** Value nodeName */
                nodeName?: (string|null);

                /** Value tag */
                tag?: (string|null);

                /** Value metadata */
                metadata?: (tensorboard.SummaryMetadata.$Properties|null);

                /** Value simpleValue */
                simpleValue?: (number|null);

                /** Value obsoleteOldStyleHistogram */
                obsoleteOldStyleHistogram?: (Uint8Array|null);

                /** Value image */
                image?: (tensorboard.Summary.Image.$Properties|null);

                /** Value histo */
                histo?: (tensorboard.HistogramProto.$Properties|null);

                /** Value audio */
                audio?: (tensorboard.Summary.Audio.$Properties|null);

                /** Value tensor */
                tensor?: (tensorboard.TensorProto.$Properties|null);

                /** Value value */
                value?: ("simpleValue"|"obsoleteOldStyleHistogram"|"image"|"histo"|"audio"|"tensor");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a Value. */
            type $Shape = {
              nodeName?: string|null;
              tag?: string|null;
              metadata?: tensorboard.SummaryMetadata.$Shape|null;
              simpleValue?: number|null;
              obsoleteOldStyleHistogram?: Uint8Array|null;
              image?: tensorboard.Summary.Image.$Shape|null;
              histo?: tensorboard.HistogramProto.$Shape|null;
              audio?: tensorboard.Summary.Audio.$Shape|null;
              tensor?: tensorboard.TensorProto.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ value?: undefined; simpleValue?: null; obsoleteOldStyleHistogram?: null; image?: null; histo?: null; audio?: null; tensor?: null }|{ value?: "simpleValue"; simpleValue: number; obsoleteOldStyleHistogram?: null; image?: null; histo?: null; audio?: null; tensor?: null }|{ value?: "obsoleteOldStyleHistogram"; simpleValue?: null; obsoleteOldStyleHistogram: Uint8Array; image?: null; histo?: null; audio?: null; tensor?: null }|{ value?: "image"; simpleValue?: null; obsoleteOldStyleHistogram?: null; image: tensorboard.Summary.Image.$Shape; histo?: null; audio?: null; tensor?: null }|{ value?: "histo"; simpleValue?: null; obsoleteOldStyleHistogram?: null; image?: null; histo: tensorboard.HistogramProto.$Shape; audio?: null; tensor?: null }|{ value?: "audio"; simpleValue?: null; obsoleteOldStyleHistogram?: null; image?: null; histo?: null; audio: tensorboard.Summary.Audio.$Shape; tensor?: null }|{ value?: "tensor"; simpleValue?: null; obsoleteOldStyleHistogram?: null; image?: null; histo?: null; audio?: null; tensor: tensorboard.TensorProto.$Shape })
            );
        }
    }

    /**
     * Properties of a HistogramProto.
     * @deprecated Use tensorboard.HistogramProto.$Properties instead.
     */
    interface IHistogramProto extends tensorboard.HistogramProto.$Properties {
    }

    /** Represents a HistogramProto. */
    class HistogramProto {

        /**
         * Constructs a new HistogramProto.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.HistogramProto.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** HistogramProto min. */
        min: number;

        /** HistogramProto max. */
        max: number;

        /** HistogramProto num. */
        num: number;

        /** HistogramProto sum. */
        sum: number;

        /** HistogramProto sumSquares. */
        sumSquares: number;

        /** HistogramProto bucketLimit. */
        bucketLimit: number[];

        /** HistogramProto bucket. */
        bucket: number[];

        /**
         * Creates a new HistogramProto instance using the specified properties.
         * @param [properties] Properties to set
         * @returns HistogramProto instance
         */
        static create(properties: tensorboard.HistogramProto.$Shape): tensorboard.HistogramProto & tensorboard.HistogramProto.$Shape;
        static create(properties?: tensorboard.HistogramProto.$Properties): tensorboard.HistogramProto;

        /**
         * Encodes the specified HistogramProto message. Does not implicitly {@link tensorboard.HistogramProto.verify|verify} messages.
         * @param message HistogramProto message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.HistogramProto.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a HistogramProto message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.HistogramProto & tensorboard.HistogramProto.$Shape} HistogramProto
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.HistogramProto & tensorboard.HistogramProto.$Shape;
    }

    namespace HistogramProto {

        /** Properties of a HistogramProto. */
        interface $Properties {

            /** HistogramProto min */
            min?: (number|null);

            /** HistogramProto max */
            max?: (number|null);

            /** HistogramProto num */
            num?: (number|null);

            /** HistogramProto sum */
            sum?: (number|null);

            /** HistogramProto sumSquares */
            sumSquares?: (number|null);

            /** HistogramProto bucketLimit */
            bucketLimit?: (number[]|null);

            /** HistogramProto bucket */
            bucket?: (number[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a HistogramProto. */
        type $Shape = tensorboard.HistogramProto.$Properties;
    }

    /**
     * Properties of a TensorProto.
     * @deprecated Use tensorboard.TensorProto.$Properties instead.
     */
    interface ITensorProto extends tensorboard.TensorProto.$Properties {
    }

    /** Represents a TensorProto. */
    class TensorProto {

        /**
         * Constructs a new TensorProto.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.TensorProto.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** TensorProto dtype. */
        dtype: tensorboard.DataType;

        /** TensorProto tensorShape. */
        tensorShape?: (tensorboard.TensorShapeProto.$Properties|null);

        /** TensorProto versionNumber. */
        versionNumber: number;

        /** TensorProto tensorContent. */
        tensorContent: Uint8Array;

        /** TensorProto halfVal. */
        halfVal: number[];

        /** TensorProto floatVal. */
        floatVal: number[];

        /** TensorProto doubleVal. */
        doubleVal: number[];

        /** TensorProto intVal. */
        intVal: number[];

        /** TensorProto stringVal. */
        stringVal: Uint8Array[];

        /** TensorProto scomplexVal. */
        scomplexVal: number[];

        /** TensorProto int64Val. */
        int64Val: number[];

        /** TensorProto boolVal. */
        boolVal: boolean[];

        /** TensorProto dcomplexVal. */
        dcomplexVal: number[];

        /** TensorProto resourceHandleVal. */
        resourceHandleVal: tensorboard.ResourceHandleProto.$Properties[];

        /** TensorProto variantVal. */
        variantVal: tensorboard.VariantTensorDataProto.$Properties[];

        /** TensorProto uint32Val. */
        uint32Val: number[];

        /** TensorProto uint64Val. */
        uint64Val: number[];

        /** TensorProto float8Val. */
        float8Val: Uint8Array;

        /**
         * Creates a new TensorProto instance using the specified properties.
         * @param [properties] Properties to set
         * @returns TensorProto instance
         */
        static create(properties: tensorboard.TensorProto.$Shape): tensorboard.TensorProto & tensorboard.TensorProto.$Shape;
        static create(properties?: tensorboard.TensorProto.$Properties): tensorboard.TensorProto;

        /**
         * Encodes the specified TensorProto message. Does not implicitly {@link tensorboard.TensorProto.verify|verify} messages.
         * @param message TensorProto message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.TensorProto.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a TensorProto message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.TensorProto & tensorboard.TensorProto.$Shape} TensorProto
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.TensorProto & tensorboard.TensorProto.$Shape;
    }

    namespace TensorProto {

        /** Properties of a TensorProto. */
        interface $Properties {

            /** TensorProto dtype */
            dtype?: (tensorboard.DataType|null);

            /** TensorProto tensorShape */
            tensorShape?: (tensorboard.TensorShapeProto.$Properties|null);

            /** TensorProto versionNumber */
            versionNumber?: (number|null);

            /** TensorProto tensorContent */
            tensorContent?: (Uint8Array|null);

            /** TensorProto halfVal */
            halfVal?: (number[]|null);

            /** TensorProto floatVal */
            floatVal?: (number[]|null);

            /** TensorProto doubleVal */
            doubleVal?: (number[]|null);

            /** TensorProto intVal */
            intVal?: (number[]|null);

            /** TensorProto stringVal */
            stringVal?: (Uint8Array[]|null);

            /** TensorProto scomplexVal */
            scomplexVal?: (number[]|null);

            /** TensorProto int64Val */
            int64Val?: (number[]|null);

            /** TensorProto boolVal */
            boolVal?: (boolean[]|null);

            /** TensorProto dcomplexVal */
            dcomplexVal?: (number[]|null);

            /** TensorProto resourceHandleVal */
            resourceHandleVal?: (tensorboard.ResourceHandleProto.$Properties[]|null);

            /** TensorProto variantVal */
            variantVal?: (tensorboard.VariantTensorDataProto.$Properties[]|null);

            /** TensorProto uint32Val */
            uint32Val?: (number[]|null);

            /** TensorProto uint64Val */
            uint64Val?: (number[]|null);

            /** TensorProto float8Val */
            float8Val?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a TensorProto. */
        type $Shape = tensorboard.TensorProto.$Properties;
    }

    /**
     * Properties of a VariantTensorDataProto.
     * @deprecated Use tensorboard.VariantTensorDataProto.$Properties instead.
     */
    interface IVariantTensorDataProto extends tensorboard.VariantTensorDataProto.$Properties {
    }

    /** Represents a VariantTensorDataProto. */
    class VariantTensorDataProto {

        /**
         * Constructs a new VariantTensorDataProto.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.VariantTensorDataProto.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** VariantTensorDataProto typeName. */
        typeName: string;

        /** VariantTensorDataProto metadata. */
        metadata: Uint8Array;

        /** VariantTensorDataProto tensors. */
        tensors: tensorboard.TensorProto.$Properties[];

        /**
         * Creates a new VariantTensorDataProto instance using the specified properties.
         * @param [properties] Properties to set
         * @returns VariantTensorDataProto instance
         */
        static create(properties: tensorboard.VariantTensorDataProto.$Shape): tensorboard.VariantTensorDataProto & tensorboard.VariantTensorDataProto.$Shape;
        static create(properties?: tensorboard.VariantTensorDataProto.$Properties): tensorboard.VariantTensorDataProto;

        /**
         * Encodes the specified VariantTensorDataProto message. Does not implicitly {@link tensorboard.VariantTensorDataProto.verify|verify} messages.
         * @param message VariantTensorDataProto message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.VariantTensorDataProto.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a VariantTensorDataProto message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.VariantTensorDataProto & tensorboard.VariantTensorDataProto.$Shape} VariantTensorDataProto
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.VariantTensorDataProto & tensorboard.VariantTensorDataProto.$Shape;
    }

    namespace VariantTensorDataProto {

        /** Properties of a VariantTensorDataProto. */
        interface $Properties {

            /** VariantTensorDataProto typeName */
            typeName?: (string|null);

            /** VariantTensorDataProto metadata */
            metadata?: (Uint8Array|null);

            /** VariantTensorDataProto tensors */
            tensors?: (tensorboard.TensorProto.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a VariantTensorDataProto. */
        type $Shape = tensorboard.VariantTensorDataProto.$Properties;
    }

    /**
     * Properties of a ResourceHandleProto.
     * @deprecated Use tensorboard.ResourceHandleProto.$Properties instead.
     */
    interface IResourceHandleProto extends tensorboard.ResourceHandleProto.$Properties {
    }

    /** Represents a ResourceHandleProto. */
    class ResourceHandleProto {

        /**
         * Constructs a new ResourceHandleProto.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.ResourceHandleProto.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ResourceHandleProto device. */
        device: string;

        /** ResourceHandleProto container. */
        container: string;

        /** ResourceHandleProto name. */
        name: string;

        /** ResourceHandleProto hashCode. */
        hashCode: number;

        /** ResourceHandleProto maybeTypeName. */
        maybeTypeName: string;

        /** ResourceHandleProto dtypesAndShapes. */
        dtypesAndShapes: tensorboard.ResourceHandleProto.DtypeAndShape.$Properties[];

        /**
         * Creates a new ResourceHandleProto instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ResourceHandleProto instance
         */
        static create(properties: tensorboard.ResourceHandleProto.$Shape): tensorboard.ResourceHandleProto & tensorboard.ResourceHandleProto.$Shape;
        static create(properties?: tensorboard.ResourceHandleProto.$Properties): tensorboard.ResourceHandleProto;

        /**
         * Encodes the specified ResourceHandleProto message. Does not implicitly {@link tensorboard.ResourceHandleProto.verify|verify} messages.
         * @param message ResourceHandleProto message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.ResourceHandleProto.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ResourceHandleProto message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.ResourceHandleProto & tensorboard.ResourceHandleProto.$Shape} ResourceHandleProto
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.ResourceHandleProto & tensorboard.ResourceHandleProto.$Shape;
    }

    namespace ResourceHandleProto {

        /** Properties of a ResourceHandleProto. */
        interface $Properties {

            /** ResourceHandleProto device */
            device?: (string|null);

            /** ResourceHandleProto container */
            container?: (string|null);

            /** ResourceHandleProto name */
            name?: (string|null);

            /** ResourceHandleProto hashCode */
            hashCode?: (number|null);

            /** ResourceHandleProto maybeTypeName */
            maybeTypeName?: (string|null);

            /** ResourceHandleProto dtypesAndShapes */
            dtypesAndShapes?: (tensorboard.ResourceHandleProto.DtypeAndShape.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ResourceHandleProto. */
        type $Shape = tensorboard.ResourceHandleProto.$Properties;

        /**
         * Properties of a DtypeAndShape.
         * @deprecated Use tensorboard.ResourceHandleProto.DtypeAndShape.$Properties instead.
         */
        interface IDtypeAndShape extends tensorboard.ResourceHandleProto.DtypeAndShape.$Properties {
        }

        /** Represents a DtypeAndShape. */
        class DtypeAndShape {

            /**
             * Constructs a new DtypeAndShape.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.ResourceHandleProto.DtypeAndShape.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DtypeAndShape dtype. */
            dtype: tensorboard.DataType;

            /** DtypeAndShape shape. */
            shape?: (tensorboard.TensorShapeProto.$Properties|null);

            /**
             * Creates a new DtypeAndShape instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DtypeAndShape instance
             */
            static create(properties: tensorboard.ResourceHandleProto.DtypeAndShape.$Shape): tensorboard.ResourceHandleProto.DtypeAndShape & tensorboard.ResourceHandleProto.DtypeAndShape.$Shape;
            static create(properties?: tensorboard.ResourceHandleProto.DtypeAndShape.$Properties): tensorboard.ResourceHandleProto.DtypeAndShape;

            /**
             * Encodes the specified DtypeAndShape message. Does not implicitly {@link tensorboard.ResourceHandleProto.DtypeAndShape.verify|verify} messages.
             * @param message DtypeAndShape message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.ResourceHandleProto.DtypeAndShape.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DtypeAndShape message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.ResourceHandleProto.DtypeAndShape & tensorboard.ResourceHandleProto.DtypeAndShape.$Shape} DtypeAndShape
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.ResourceHandleProto.DtypeAndShape & tensorboard.ResourceHandleProto.DtypeAndShape.$Shape;
        }

        namespace DtypeAndShape {

            /** Properties of a DtypeAndShape. */
            interface $Properties {

                /** DtypeAndShape dtype */
                dtype?: (tensorboard.DataType|null);

                /** DtypeAndShape shape */
                shape?: (tensorboard.TensorShapeProto.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DtypeAndShape. */
            type $Shape = tensorboard.ResourceHandleProto.DtypeAndShape.$Properties;
        }
    }

    /**
     * Properties of a TensorShapeProto.
     * @deprecated Use tensorboard.TensorShapeProto.$Properties instead.
     */
    interface ITensorShapeProto extends tensorboard.TensorShapeProto.$Properties {
    }

    /** Represents a TensorShapeProto. */
    class TensorShapeProto {

        /**
         * Constructs a new TensorShapeProto.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.TensorShapeProto.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** TensorShapeProto dim. */
        dim: tensorboard.TensorShapeProto.Dim.$Properties[];

        /** TensorShapeProto unknownRank. */
        unknownRank: boolean;

        /**
         * Creates a new TensorShapeProto instance using the specified properties.
         * @param [properties] Properties to set
         * @returns TensorShapeProto instance
         */
        static create(properties: tensorboard.TensorShapeProto.$Shape): tensorboard.TensorShapeProto & tensorboard.TensorShapeProto.$Shape;
        static create(properties?: tensorboard.TensorShapeProto.$Properties): tensorboard.TensorShapeProto;

        /**
         * Encodes the specified TensorShapeProto message. Does not implicitly {@link tensorboard.TensorShapeProto.verify|verify} messages.
         * @param message TensorShapeProto message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.TensorShapeProto.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a TensorShapeProto message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.TensorShapeProto & tensorboard.TensorShapeProto.$Shape} TensorShapeProto
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.TensorShapeProto & tensorboard.TensorShapeProto.$Shape;
    }

    namespace TensorShapeProto {

        /** Properties of a TensorShapeProto. */
        interface $Properties {

            /** TensorShapeProto dim */
            dim?: (tensorboard.TensorShapeProto.Dim.$Properties[]|null);

            /** TensorShapeProto unknownRank */
            unknownRank?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a TensorShapeProto. */
        type $Shape = tensorboard.TensorShapeProto.$Properties;

        /**
         * Properties of a Dim.
         * @deprecated Use tensorboard.TensorShapeProto.Dim.$Properties instead.
         */
        interface IDim extends tensorboard.TensorShapeProto.Dim.$Properties {
        }

        /** Represents a Dim. */
        class Dim {

            /**
             * Constructs a new Dim.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.TensorShapeProto.Dim.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Dim size. */
            size: number;

            /** Dim name. */
            name: string;

            /**
             * Creates a new Dim instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Dim instance
             */
            static create(properties: tensorboard.TensorShapeProto.Dim.$Shape): tensorboard.TensorShapeProto.Dim & tensorboard.TensorShapeProto.Dim.$Shape;
            static create(properties?: tensorboard.TensorShapeProto.Dim.$Properties): tensorboard.TensorShapeProto.Dim;

            /**
             * Encodes the specified Dim message. Does not implicitly {@link tensorboard.TensorShapeProto.Dim.verify|verify} messages.
             * @param message Dim message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.TensorShapeProto.Dim.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Dim message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.TensorShapeProto.Dim & tensorboard.TensorShapeProto.Dim.$Shape} Dim
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.TensorShapeProto.Dim & tensorboard.TensorShapeProto.Dim.$Shape;
        }

        namespace Dim {

            /** Properties of a Dim. */
            interface $Properties {

                /** Dim size */
                size?: (number|null);

                /** Dim name */
                name?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Dim. */
            type $Shape = tensorboard.TensorShapeProto.Dim.$Properties;
        }
    }

    /** DataType enum. */
    enum DataType {

        /** DT_INVALID value */
        DT_INVALID = 0,

        /** DT_FLOAT value */
        DT_FLOAT = 1,

        /** DT_DOUBLE value */
        DT_DOUBLE = 2,

        /** DT_INT32 value */
        DT_INT32 = 3,

        /** DT_UINT8 value */
        DT_UINT8 = 4,

        /** DT_INT16 value */
        DT_INT16 = 5,

        /** DT_INT8 value */
        DT_INT8 = 6,

        /** DT_STRING value */
        DT_STRING = 7,

        /** DT_COMPLEX64 value */
        DT_COMPLEX64 = 8,

        /** DT_INT64 value */
        DT_INT64 = 9,

        /** DT_BOOL value */
        DT_BOOL = 10,

        /** DT_QINT8 value */
        DT_QINT8 = 11,

        /** DT_QUINT8 value */
        DT_QUINT8 = 12,

        /** DT_QINT32 value */
        DT_QINT32 = 13,

        /** DT_BFLOAT16 value */
        DT_BFLOAT16 = 14,

        /** DT_QINT16 value */
        DT_QINT16 = 15,

        /** DT_QUINT16 value */
        DT_QUINT16 = 16,

        /** DT_UINT16 value */
        DT_UINT16 = 17,

        /** DT_COMPLEX128 value */
        DT_COMPLEX128 = 18,

        /** DT_HALF value */
        DT_HALF = 19,

        /** DT_RESOURCE value */
        DT_RESOURCE = 20,

        /** DT_VARIANT value */
        DT_VARIANT = 21,

        /** DT_UINT32 value */
        DT_UINT32 = 22,

        /** DT_UINT64 value */
        DT_UINT64 = 23,

        /** DT_FLOAT8_E5M2 value */
        DT_FLOAT8_E5M2 = 24,

        /** DT_FLOAT8_E4M3FN value */
        DT_FLOAT8_E4M3FN = 25,

        /** DT_FLOAT8_E4M3FNUZ value */
        DT_FLOAT8_E4M3FNUZ = 26,

        /** DT_FLOAT8_E4M3B11FNUZ value */
        DT_FLOAT8_E4M3B11FNUZ = 27,

        /** DT_FLOAT8_E5M2FNUZ value */
        DT_FLOAT8_E5M2FNUZ = 28,

        /** DT_INT4 value */
        DT_INT4 = 29,

        /** DT_UINT4 value */
        DT_UINT4 = 30,

        /** DT_INT2 value */
        DT_INT2 = 31,

        /** DT_UINT2 value */
        DT_UINT2 = 32,

        /** DT_FLOAT4_E2M1FN value */
        DT_FLOAT4_E2M1FN = 33,

        /** DT_FLOAT_REF value */
        DT_FLOAT_REF = 101,

        /** DT_DOUBLE_REF value */
        DT_DOUBLE_REF = 102,

        /** DT_INT32_REF value */
        DT_INT32_REF = 103,

        /** DT_UINT8_REF value */
        DT_UINT8_REF = 104,

        /** DT_INT16_REF value */
        DT_INT16_REF = 105,

        /** DT_INT8_REF value */
        DT_INT8_REF = 106,

        /** DT_STRING_REF value */
        DT_STRING_REF = 107,

        /** DT_COMPLEX64_REF value */
        DT_COMPLEX64_REF = 108,

        /** DT_INT64_REF value */
        DT_INT64_REF = 109,

        /** DT_BOOL_REF value */
        DT_BOOL_REF = 110,

        /** DT_QINT8_REF value */
        DT_QINT8_REF = 111,

        /** DT_QUINT8_REF value */
        DT_QUINT8_REF = 112,

        /** DT_QINT32_REF value */
        DT_QINT32_REF = 113,

        /** DT_BFLOAT16_REF value */
        DT_BFLOAT16_REF = 114,

        /** DT_QINT16_REF value */
        DT_QINT16_REF = 115,

        /** DT_QUINT16_REF value */
        DT_QUINT16_REF = 116,

        /** DT_UINT16_REF value */
        DT_UINT16_REF = 117,

        /** DT_COMPLEX128_REF value */
        DT_COMPLEX128_REF = 118,

        /** DT_HALF_REF value */
        DT_HALF_REF = 119,

        /** DT_RESOURCE_REF value */
        DT_RESOURCE_REF = 120,

        /** DT_VARIANT_REF value */
        DT_VARIANT_REF = 121,

        /** DT_UINT32_REF value */
        DT_UINT32_REF = 122,

        /** DT_UINT64_REF value */
        DT_UINT64_REF = 123,

        /** DT_FLOAT8_E5M2_REF value */
        DT_FLOAT8_E5M2_REF = 124,

        /** DT_FLOAT8_E4M3FN_REF value */
        DT_FLOAT8_E4M3FN_REF = 125,

        /** DT_FLOAT8_E4M3FNUZ_REF value */
        DT_FLOAT8_E4M3FNUZ_REF = 126,

        /** DT_FLOAT8_E4M3B11FNUZ_REF value */
        DT_FLOAT8_E4M3B11FNUZ_REF = 127,

        /** DT_FLOAT8_E5M2FNUZ_REF value */
        DT_FLOAT8_E5M2FNUZ_REF = 128,

        /** DT_INT4_REF value */
        DT_INT4_REF = 129,

        /** DT_UINT4_REF value */
        DT_UINT4_REF = 130,

        /** DT_INT2_REF value */
        DT_INT2_REF = 131,

        /** DT_UINT2_REF value */
        DT_UINT2_REF = 132,

        /** DT_FLOAT4_E2M1FN_REF value */
        DT_FLOAT4_E2M1FN_REF = 133
    }

    /**
     * Properties of a GraphDef.
     * @deprecated Use tensorboard.GraphDef.$Properties instead.
     */
    interface IGraphDef extends tensorboard.GraphDef.$Properties {
    }

    /** Represents a GraphDef. */
    class GraphDef {

        /**
         * Constructs a new GraphDef.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.GraphDef.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GraphDef node. */
        node: tensorboard.NodeDef.$Properties[];

        /** GraphDef versions. */
        versions?: (tensorboard.VersionDef.$Properties|null);

        /** GraphDef version. */
        version: number;

        /** GraphDef library. */
        library?: (tensorboard.FunctionDefLibrary.$Properties|null);

        /** GraphDef debugInfo. */
        debugInfo?: (tensorboard.GraphDebugInfo.$Properties|null);

        /**
         * Creates a new GraphDef instance using the specified properties.
         * @param [properties] Properties to set
         * @returns GraphDef instance
         */
        static create(properties: tensorboard.GraphDef.$Shape): tensorboard.GraphDef & tensorboard.GraphDef.$Shape;
        static create(properties?: tensorboard.GraphDef.$Properties): tensorboard.GraphDef;

        /**
         * Encodes the specified GraphDef message. Does not implicitly {@link tensorboard.GraphDef.verify|verify} messages.
         * @param message GraphDef message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.GraphDef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GraphDef message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.GraphDef & tensorboard.GraphDef.$Shape} GraphDef
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.GraphDef & tensorboard.GraphDef.$Shape;
    }

    namespace GraphDef {

        /** Properties of a GraphDef. */
        interface $Properties {

            /** GraphDef node */
            node?: (tensorboard.NodeDef.$Properties[]|null);

            /** GraphDef versions */
            versions?: (tensorboard.VersionDef.$Properties|null);

            /** GraphDef version */
            version?: (number|null);

            /** GraphDef library */
            library?: (tensorboard.FunctionDefLibrary.$Properties|null);

            /** GraphDef debugInfo */
            debugInfo?: (tensorboard.GraphDebugInfo.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GraphDef. */
        type $Shape = {
          node?: tensorboard.NodeDef.$Shape[]|null;
          versions?: tensorboard.VersionDef.$Shape|null;
          version?: number|null;
          library?: tensorboard.FunctionDefLibrary.$Shape|null;
          debugInfo?: tensorboard.GraphDebugInfo.$Shape|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a FunctionDefLibrary.
     * @deprecated Use tensorboard.FunctionDefLibrary.$Properties instead.
     */
    interface IFunctionDefLibrary extends tensorboard.FunctionDefLibrary.$Properties {
    }

    /** Represents a FunctionDefLibrary. */
    class FunctionDefLibrary {

        /**
         * Constructs a new FunctionDefLibrary.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.FunctionDefLibrary.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** FunctionDefLibrary function. */
        function: tensorboard.FunctionDef.$Properties[];

        /** FunctionDefLibrary gradient. */
        gradient: tensorboard.GradientDef.$Properties[];

        /** FunctionDefLibrary registeredGradients. */
        registeredGradients: tensorboard.RegisteredGradient.$Properties[];

        /**
         * Creates a new FunctionDefLibrary instance using the specified properties.
         * @param [properties] Properties to set
         * @returns FunctionDefLibrary instance
         */
        static create(properties: tensorboard.FunctionDefLibrary.$Shape): tensorboard.FunctionDefLibrary & tensorboard.FunctionDefLibrary.$Shape;
        static create(properties?: tensorboard.FunctionDefLibrary.$Properties): tensorboard.FunctionDefLibrary;

        /**
         * Encodes the specified FunctionDefLibrary message. Does not implicitly {@link tensorboard.FunctionDefLibrary.verify|verify} messages.
         * @param message FunctionDefLibrary message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.FunctionDefLibrary.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a FunctionDefLibrary message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.FunctionDefLibrary & tensorboard.FunctionDefLibrary.$Shape} FunctionDefLibrary
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.FunctionDefLibrary & tensorboard.FunctionDefLibrary.$Shape;
    }

    namespace FunctionDefLibrary {

        /** Properties of a FunctionDefLibrary. */
        interface $Properties {

            /** FunctionDefLibrary function */
            "function"?: (tensorboard.FunctionDef.$Properties[]|null);

            /** FunctionDefLibrary gradient */
            gradient?: (tensorboard.GradientDef.$Properties[]|null);

            /** FunctionDefLibrary registeredGradients */
            registeredGradients?: (tensorboard.RegisteredGradient.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a FunctionDefLibrary. */
        type $Shape = {
          "Function"?: tensorboard.FunctionDef.$Shape[]|null;
          gradient?: tensorboard.GradientDef.$Shape[]|null;
          registeredGradients?: tensorboard.RegisteredGradient.$Shape[]|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a FunctionDef.
     * @deprecated Use tensorboard.FunctionDef.$Properties instead.
     */
    interface IFunctionDef extends tensorboard.FunctionDef.$Properties {
    }

    /** Represents a FunctionDef. */
    class FunctionDef {

        /**
         * Constructs a new FunctionDef.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.FunctionDef.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** FunctionDef signature. */
        signature?: (tensorboard.OpDef.$Properties|null);

        /** FunctionDef attr. */
        attr: { [k: string]: tensorboard.AttrValue.$Properties };

        /** FunctionDef argAttr. */
        argAttr: { [k: string]: tensorboard.FunctionDef.ArgAttrs.$Properties };

        /** FunctionDef resourceArgUniqueId. */
        resourceArgUniqueId: { [k: string]: number };

        /** FunctionDef nodeDef. */
        nodeDef: tensorboard.NodeDef.$Properties[];

        /** FunctionDef ret. */
        ret: { [k: string]: string };

        /** FunctionDef controlRet. */
        controlRet: { [k: string]: string };

        /**
         * Creates a new FunctionDef instance using the specified properties.
         * @param [properties] Properties to set
         * @returns FunctionDef instance
         */
        static create(properties: tensorboard.FunctionDef.$Shape): tensorboard.FunctionDef & tensorboard.FunctionDef.$Shape;
        static create(properties?: tensorboard.FunctionDef.$Properties): tensorboard.FunctionDef;

        /**
         * Encodes the specified FunctionDef message. Does not implicitly {@link tensorboard.FunctionDef.verify|verify} messages.
         * @param message FunctionDef message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.FunctionDef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a FunctionDef message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.FunctionDef & tensorboard.FunctionDef.$Shape} FunctionDef
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.FunctionDef & tensorboard.FunctionDef.$Shape;
    }

    namespace FunctionDef {

        /** Properties of a FunctionDef. */
        interface $Properties {

            /** FunctionDef signature */
            signature?: (tensorboard.OpDef.$Properties|null);

            /** FunctionDef attr */
            attr?: ({ [k: string]: tensorboard.AttrValue.$Properties }|null);

            /** FunctionDef argAttr */
            argAttr?: ({ [k: string]: tensorboard.FunctionDef.ArgAttrs.$Properties }|null);

            /** FunctionDef resourceArgUniqueId */
            resourceArgUniqueId?: ({ [k: string]: number }|null);

            /** FunctionDef nodeDef */
            nodeDef?: (tensorboard.NodeDef.$Properties[]|null);

            /** FunctionDef ret */
            ret?: ({ [k: string]: string }|null);

            /** FunctionDef controlRet */
            controlRet?: ({ [k: string]: string }|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a FunctionDef. */
        type $Shape = {
          signature?: tensorboard.OpDef.$Shape|null;
          attr?: { [k: string]: tensorboard.AttrValue.$Shape }|null;
          argAttr?: { [k: string]: tensorboard.FunctionDef.ArgAttrs.$Shape }|null;
          resourceArgUniqueId?: { [k: string]: number }|null;
          nodeDef?: tensorboard.NodeDef.$Shape[]|null;
          ret?: { [k: string]: string }|null;
          controlRet?: { [k: string]: string }|null;
          $unknowns?: Uint8Array[];
        };

        /**
         * Properties of an ArgAttrs.
         * @deprecated Use tensorboard.FunctionDef.ArgAttrs.$Properties instead.
         */
        interface IArgAttrs extends tensorboard.FunctionDef.ArgAttrs.$Properties {
        }

        /** Represents an ArgAttrs. */
        class ArgAttrs {

            /**
             * Constructs a new ArgAttrs.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.FunctionDef.ArgAttrs.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ArgAttrs attr. */
            attr: { [k: string]: tensorboard.AttrValue.$Properties };

            /**
             * Creates a new ArgAttrs instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ArgAttrs instance
             */
            static create(properties: tensorboard.FunctionDef.ArgAttrs.$Shape): tensorboard.FunctionDef.ArgAttrs & tensorboard.FunctionDef.ArgAttrs.$Shape;
            static create(properties?: tensorboard.FunctionDef.ArgAttrs.$Properties): tensorboard.FunctionDef.ArgAttrs;

            /**
             * Encodes the specified ArgAttrs message. Does not implicitly {@link tensorboard.FunctionDef.ArgAttrs.verify|verify} messages.
             * @param message ArgAttrs message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.FunctionDef.ArgAttrs.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an ArgAttrs message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.FunctionDef.ArgAttrs & tensorboard.FunctionDef.ArgAttrs.$Shape} ArgAttrs
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.FunctionDef.ArgAttrs & tensorboard.FunctionDef.ArgAttrs.$Shape;
        }

        namespace ArgAttrs {

            /** Properties of an ArgAttrs. */
            interface $Properties {

                /** ArgAttrs attr */
                attr?: ({ [k: string]: tensorboard.AttrValue.$Properties }|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an ArgAttrs. */
            type $Shape = {
              attr?: { [k: string]: tensorboard.AttrValue.$Shape }|null;
              $unknowns?: Uint8Array[];
            };
        }
    }

    /**
     * Properties of a GradientDef.
     * @deprecated Use tensorboard.GradientDef.$Properties instead.
     */
    interface IGradientDef extends tensorboard.GradientDef.$Properties {
    }

    /** Represents a GradientDef. */
    class GradientDef {

        /**
         * Constructs a new GradientDef.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.GradientDef.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GradientDef functionName. */
        functionName: string;

        /** GradientDef gradientFunc. */
        gradientFunc: string;

        /**
         * Creates a new GradientDef instance using the specified properties.
         * @param [properties] Properties to set
         * @returns GradientDef instance
         */
        static create(properties: tensorboard.GradientDef.$Shape): tensorboard.GradientDef & tensorboard.GradientDef.$Shape;
        static create(properties?: tensorboard.GradientDef.$Properties): tensorboard.GradientDef;

        /**
         * Encodes the specified GradientDef message. Does not implicitly {@link tensorboard.GradientDef.verify|verify} messages.
         * @param message GradientDef message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.GradientDef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GradientDef message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.GradientDef & tensorboard.GradientDef.$Shape} GradientDef
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.GradientDef & tensorboard.GradientDef.$Shape;
    }

    namespace GradientDef {

        /** Properties of a GradientDef. */
        interface $Properties {

            /** GradientDef functionName */
            functionName?: (string|null);

            /** GradientDef gradientFunc */
            gradientFunc?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GradientDef. */
        type $Shape = tensorboard.GradientDef.$Properties;
    }

    /**
     * Properties of a RegisteredGradient.
     * @deprecated Use tensorboard.RegisteredGradient.$Properties instead.
     */
    interface IRegisteredGradient extends tensorboard.RegisteredGradient.$Properties {
    }

    /** Represents a RegisteredGradient. */
    class RegisteredGradient {

        /**
         * Constructs a new RegisteredGradient.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.RegisteredGradient.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RegisteredGradient gradientFunc. */
        gradientFunc: string;

        /** RegisteredGradient registeredOpType. */
        registeredOpType: string;

        /**
         * Creates a new RegisteredGradient instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RegisteredGradient instance
         */
        static create(properties: tensorboard.RegisteredGradient.$Shape): tensorboard.RegisteredGradient & tensorboard.RegisteredGradient.$Shape;
        static create(properties?: tensorboard.RegisteredGradient.$Properties): tensorboard.RegisteredGradient;

        /**
         * Encodes the specified RegisteredGradient message. Does not implicitly {@link tensorboard.RegisteredGradient.verify|verify} messages.
         * @param message RegisteredGradient message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.RegisteredGradient.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RegisteredGradient message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.RegisteredGradient & tensorboard.RegisteredGradient.$Shape} RegisteredGradient
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.RegisteredGradient & tensorboard.RegisteredGradient.$Shape;
    }

    namespace RegisteredGradient {

        /** Properties of a RegisteredGradient. */
        interface $Properties {

            /** RegisteredGradient gradientFunc */
            gradientFunc?: (string|null);

            /** RegisteredGradient registeredOpType */
            registeredOpType?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RegisteredGradient. */
        type $Shape = tensorboard.RegisteredGradient.$Properties;
    }

    /**
     * Properties of an AttrValue.
     * @deprecated Use tensorboard.AttrValue.$Properties instead.
     */
    interface IAttrValue extends tensorboard.AttrValue.$Properties {
    }

    /** Represents an AttrValue. */
    class AttrValue {

        /**
         * Constructs a new AttrValue.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.AttrValue.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AttrValue s. */
        s?: (Uint8Array|null);

        /** AttrValue i. */
        i?: (number|null);

        /** AttrValue f. */
        f?: (number|null);

        /** AttrValue b. */
        b?: (boolean|null);

        /** AttrValue type. */
        type?: (tensorboard.DataType|null);

        /** AttrValue shape. */
        shape?: (tensorboard.TensorShapeProto.$Properties|null);

        /** AttrValue tensor. */
        tensor?: (tensorboard.TensorProto.$Properties|null);

        /** AttrValue list. */
        list?: (tensorboard.AttrValue.ListValue.$Properties|null);

        /** AttrValue func. */
        func?: (tensorboard.NameAttrList.$Properties|null);

        /** AttrValue placeholder. */
        placeholder?: (string|null);

        /** AttrValue value. */
        value?: ("s"|"i"|"f"|"b"|"type"|"shape"|"tensor"|"list"|"func"|"placeholder");

        /**
         * Creates a new AttrValue instance using the specified properties.
         * @param [properties] Properties to set
         * @returns AttrValue instance
         */
        static create(properties: tensorboard.AttrValue.$Shape): tensorboard.AttrValue & tensorboard.AttrValue.$Shape;
        static create(properties?: tensorboard.AttrValue.$Properties): tensorboard.AttrValue;

        /**
         * Encodes the specified AttrValue message. Does not implicitly {@link tensorboard.AttrValue.verify|verify} messages.
         * @param message AttrValue message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.AttrValue.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AttrValue message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.AttrValue & tensorboard.AttrValue.$Shape} AttrValue
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.AttrValue & tensorboard.AttrValue.$Shape;
    }

    namespace AttrValue {

        /** Properties of an AttrValue. */
        interface $Properties {

            /** AttrValue s */
            s?: (Uint8Array|null);

            /** AttrValue i */
            i?: (number|null);

            /** AttrValue f */
            f?: (number|null);

            /** AttrValue b */
            b?: (boolean|null);

            /** AttrValue type */
            type?: (tensorboard.DataType|null);

            /** AttrValue shape */
            shape?: (tensorboard.TensorShapeProto.$Properties|null);

            /** AttrValue tensor */
            tensor?: (tensorboard.TensorProto.$Properties|null);

            /** AttrValue list */
            list?: (tensorboard.AttrValue.ListValue.$Properties|null);

            /** AttrValue func */
            func?: (tensorboard.NameAttrList.$Properties|null);

            /** AttrValue placeholder */
            placeholder?: (string|null);

            /** AttrValue value */
            value?: ("s"|"i"|"f"|"b"|"type"|"shape"|"tensor"|"list"|"func"|"placeholder");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of an AttrValue. */
        type $Shape = {
          s?: Uint8Array|null;
          i?: number|null;
          f?: number|null;
          b?: boolean|null;
          type?: tensorboard.DataType|null;
          shape?: tensorboard.TensorShapeProto.$Shape|null;
          tensor?: tensorboard.TensorProto.$Shape|null;
          list?: tensorboard.AttrValue.ListValue.$Shape|null;
          func?: tensorboard.NameAttrList.$Shape|null;
          placeholder?: string|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ value?: undefined; s?: null; i?: null; f?: null; b?: null; type?: null; shape?: null; tensor?: null; list?: null; func?: null; placeholder?: null }|{ value?: "s"; s: Uint8Array; i?: null; f?: null; b?: null; type?: null; shape?: null; tensor?: null; list?: null; func?: null; placeholder?: null }|{ value?: "i"; s?: null; i: number; f?: null; b?: null; type?: null; shape?: null; tensor?: null; list?: null; func?: null; placeholder?: null }|{ value?: "f"; s?: null; i?: null; f: number; b?: null; type?: null; shape?: null; tensor?: null; list?: null; func?: null; placeholder?: null }|{ value?: "b"; s?: null; i?: null; f?: null; b: boolean; type?: null; shape?: null; tensor?: null; list?: null; func?: null; placeholder?: null }|{ value?: "type"; s?: null; i?: null; f?: null; b?: null; type: tensorboard.DataType; shape?: null; tensor?: null; list?: null; func?: null; placeholder?: null }|{ value?: "shape"; s?: null; i?: null; f?: null; b?: null; type?: null; shape: tensorboard.TensorShapeProto.$Shape; tensor?: null; list?: null; func?: null; placeholder?: null }|{ value?: "tensor"; s?: null; i?: null; f?: null; b?: null; type?: null; shape?: null; tensor: tensorboard.TensorProto.$Shape; list?: null; func?: null; placeholder?: null }|{ value?: "list"; s?: null; i?: null; f?: null; b?: null; type?: null; shape?: null; tensor?: null; list: tensorboard.AttrValue.ListValue.$Shape; func?: null; placeholder?: null }|{ value?: "func"; s?: null; i?: null; f?: null; b?: null; type?: null; shape?: null; tensor?: null; list?: null; func: tensorboard.NameAttrList.$Shape; placeholder?: null }|{ value?: "placeholder"; s?: null; i?: null; f?: null; b?: null; type?: null; shape?: null; tensor?: null; list?: null; func?: null; placeholder: string })
        );

        /**
         * Properties of a ListValue.
         * @deprecated Use tensorboard.AttrValue.ListValue.$Properties instead.
         */
        interface IListValue extends tensorboard.AttrValue.ListValue.$Properties {
        }

        /** Represents a ListValue. */
        class ListValue {

            /**
             * Constructs a new ListValue.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.AttrValue.ListValue.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListValue s. */
            s: Uint8Array[];

            /** ListValue i. */
            i: number[];

            /** ListValue f. */
            f: number[];

            /** ListValue b. */
            b: boolean[];

            /** ListValue type. */
            type: tensorboard.DataType[];

            /** ListValue shape. */
            shape: tensorboard.TensorShapeProto.$Properties[];

            /** ListValue tensor. */
            tensor: tensorboard.TensorProto.$Properties[];

            /** ListValue func. */
            func: tensorboard.NameAttrList.$Properties[];

            /**
             * Creates a new ListValue instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListValue instance
             */
            static create(properties: tensorboard.AttrValue.ListValue.$Shape): tensorboard.AttrValue.ListValue & tensorboard.AttrValue.ListValue.$Shape;
            static create(properties?: tensorboard.AttrValue.ListValue.$Properties): tensorboard.AttrValue.ListValue;

            /**
             * Encodes the specified ListValue message. Does not implicitly {@link tensorboard.AttrValue.ListValue.verify|verify} messages.
             * @param message ListValue message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.AttrValue.ListValue.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListValue message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.AttrValue.ListValue & tensorboard.AttrValue.ListValue.$Shape} ListValue
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.AttrValue.ListValue & tensorboard.AttrValue.ListValue.$Shape;
        }

        namespace ListValue {

            /** Properties of a ListValue. */
            interface $Properties {

                /** ListValue s */
                s?: (Uint8Array[]|null);

                /** ListValue i */
                i?: (number[]|null);

                /** ListValue f */
                f?: (number[]|null);

                /** ListValue b */
                b?: (boolean[]|null);

                /** ListValue type */
                type?: (tensorboard.DataType[]|null);

                /** ListValue shape */
                shape?: (tensorboard.TensorShapeProto.$Properties[]|null);

                /** ListValue tensor */
                tensor?: (tensorboard.TensorProto.$Properties[]|null);

                /** ListValue func */
                func?: (tensorboard.NameAttrList.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListValue. */
            type $Shape = {
              s?: Uint8Array[]|null;
              i?: number[]|null;
              f?: number[]|null;
              b?: boolean[]|null;
              type?: tensorboard.DataType[]|null;
              shape?: tensorboard.TensorShapeProto.$Shape[]|null;
              tensor?: tensorboard.TensorProto.$Shape[]|null;
              func?: tensorboard.NameAttrList.$Shape[]|null;
              $unknowns?: Uint8Array[];
            };
        }
    }

    /**
     * Properties of a NameAttrList.
     * @deprecated Use tensorboard.NameAttrList.$Properties instead.
     */
    interface INameAttrList extends tensorboard.NameAttrList.$Properties {
    }

    /** Represents a NameAttrList. */
    class NameAttrList {

        /**
         * Constructs a new NameAttrList.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.NameAttrList.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** NameAttrList name. */
        name: string;

        /** NameAttrList attr. */
        attr: { [k: string]: tensorboard.AttrValue.$Properties };

        /**
         * Creates a new NameAttrList instance using the specified properties.
         * @param [properties] Properties to set
         * @returns NameAttrList instance
         */
        static create(properties: tensorboard.NameAttrList.$Shape): tensorboard.NameAttrList & tensorboard.NameAttrList.$Shape;
        static create(properties?: tensorboard.NameAttrList.$Properties): tensorboard.NameAttrList;

        /**
         * Encodes the specified NameAttrList message. Does not implicitly {@link tensorboard.NameAttrList.verify|verify} messages.
         * @param message NameAttrList message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.NameAttrList.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a NameAttrList message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.NameAttrList & tensorboard.NameAttrList.$Shape} NameAttrList
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.NameAttrList & tensorboard.NameAttrList.$Shape;
    }

    namespace NameAttrList {

        /** Properties of a NameAttrList. */
        interface $Properties {

            /** NameAttrList name */
            name?: (string|null);

            /** NameAttrList attr */
            attr?: ({ [k: string]: tensorboard.AttrValue.$Properties }|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a NameAttrList. */
        type $Shape = {
          name?: string|null;
          attr?: { [k: string]: tensorboard.AttrValue.$Shape }|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a NodeDef.
     * @deprecated Use tensorboard.NodeDef.$Properties instead.
     */
    interface INodeDef extends tensorboard.NodeDef.$Properties {
    }

    /** Represents a NodeDef. */
    class NodeDef {

        /**
         * Constructs a new NodeDef.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.NodeDef.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** NodeDef name. */
        name: string;

        /** NodeDef op. */
        op: string;

        /** NodeDef input. */
        input: string[];

        /** NodeDef device. */
        device: string;

        /** NodeDef attr. */
        attr: { [k: string]: tensorboard.AttrValue.$Properties };

        /** NodeDef experimentalDebugInfo. */
        experimentalDebugInfo?: (tensorboard.NodeDef.ExperimentalDebugInfo.$Properties|null);

        /** NodeDef experimentalType. */
        experimentalType?: (tensorboard.FullTypeDef.$Properties|null);

        /**
         * Creates a new NodeDef instance using the specified properties.
         * @param [properties] Properties to set
         * @returns NodeDef instance
         */
        static create(properties: tensorboard.NodeDef.$Shape): tensorboard.NodeDef & tensorboard.NodeDef.$Shape;
        static create(properties?: tensorboard.NodeDef.$Properties): tensorboard.NodeDef;

        /**
         * Encodes the specified NodeDef message. Does not implicitly {@link tensorboard.NodeDef.verify|verify} messages.
         * @param message NodeDef message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.NodeDef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a NodeDef message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.NodeDef & tensorboard.NodeDef.$Shape} NodeDef
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.NodeDef & tensorboard.NodeDef.$Shape;
    }

    namespace NodeDef {

        /** Properties of a NodeDef. */
        interface $Properties {

            /** NodeDef name */
            name?: (string|null);

            /** NodeDef op */
            op?: (string|null);

            /** NodeDef input */
            input?: (string[]|null);

            /** NodeDef device */
            device?: (string|null);

            /** NodeDef attr */
            attr?: ({ [k: string]: tensorboard.AttrValue.$Properties }|null);

            /** NodeDef experimentalDebugInfo */
            experimentalDebugInfo?: (tensorboard.NodeDef.ExperimentalDebugInfo.$Properties|null);

            /** NodeDef experimentalType */
            experimentalType?: (tensorboard.FullTypeDef.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a NodeDef. */
        type $Shape = {
          name?: string|null;
          op?: string|null;
          input?: string[]|null;
          device?: string|null;
          attr?: { [k: string]: tensorboard.AttrValue.$Shape }|null;
          experimentalDebugInfo?: tensorboard.NodeDef.ExperimentalDebugInfo.$Shape|null;
          experimentalType?: tensorboard.FullTypeDef.$Shape|null;
          $unknowns?: Uint8Array[];
        };

        /**
         * Properties of an ExperimentalDebugInfo.
         * @deprecated Use tensorboard.NodeDef.ExperimentalDebugInfo.$Properties instead.
         */
        interface IExperimentalDebugInfo extends tensorboard.NodeDef.ExperimentalDebugInfo.$Properties {
        }

        /** Represents an ExperimentalDebugInfo. */
        class ExperimentalDebugInfo {

            /**
             * Constructs a new ExperimentalDebugInfo.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.NodeDef.ExperimentalDebugInfo.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ExperimentalDebugInfo originalNodeNames. */
            originalNodeNames: string[];

            /** ExperimentalDebugInfo originalFuncNames. */
            originalFuncNames: string[];

            /**
             * Creates a new ExperimentalDebugInfo instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ExperimentalDebugInfo instance
             */
            static create(properties: tensorboard.NodeDef.ExperimentalDebugInfo.$Shape): tensorboard.NodeDef.ExperimentalDebugInfo & tensorboard.NodeDef.ExperimentalDebugInfo.$Shape;
            static create(properties?: tensorboard.NodeDef.ExperimentalDebugInfo.$Properties): tensorboard.NodeDef.ExperimentalDebugInfo;

            /**
             * Encodes the specified ExperimentalDebugInfo message. Does not implicitly {@link tensorboard.NodeDef.ExperimentalDebugInfo.verify|verify} messages.
             * @param message ExperimentalDebugInfo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.NodeDef.ExperimentalDebugInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an ExperimentalDebugInfo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.NodeDef.ExperimentalDebugInfo & tensorboard.NodeDef.ExperimentalDebugInfo.$Shape} ExperimentalDebugInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.NodeDef.ExperimentalDebugInfo & tensorboard.NodeDef.ExperimentalDebugInfo.$Shape;
        }

        namespace ExperimentalDebugInfo {

            /** Properties of an ExperimentalDebugInfo. */
            interface $Properties {

                /** ExperimentalDebugInfo originalNodeNames */
                originalNodeNames?: (string[]|null);

                /** ExperimentalDebugInfo originalFuncNames */
                originalFuncNames?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an ExperimentalDebugInfo. */
            type $Shape = tensorboard.NodeDef.ExperimentalDebugInfo.$Properties;
        }
    }

    /** FullTypeId enum. */
    enum FullTypeId {

        /** TFT_UNSET value */
        TFT_UNSET = 0,

        /** TFT_VAR value */
        TFT_VAR = 1,

        /** TFT_ANY value */
        TFT_ANY = 2,

        /** TFT_PRODUCT value */
        TFT_PRODUCT = 3,

        /** TFT_NAMED value */
        TFT_NAMED = 4,

        /** TFT_FOR_EACH value */
        TFT_FOR_EACH = 20,

        /** TFT_CALLABLE value */
        TFT_CALLABLE = 100,

        /** TFT_TENSOR value */
        TFT_TENSOR = 1000,

        /** TFT_ARRAY value */
        TFT_ARRAY = 1001,

        /** TFT_OPTIONAL value */
        TFT_OPTIONAL = 1002,

        /** TFT_LITERAL value */
        TFT_LITERAL = 1003,

        /** TFT_ENCODED value */
        TFT_ENCODED = 1004,

        /** TFT_SHAPE_TENSOR value */
        TFT_SHAPE_TENSOR = 1005,

        /** TFT_BOOL value */
        TFT_BOOL = 200,

        /** TFT_UINT8 value */
        TFT_UINT8 = 201,

        /** TFT_UINT16 value */
        TFT_UINT16 = 202,

        /** TFT_UINT32 value */
        TFT_UINT32 = 203,

        /** TFT_UINT64 value */
        TFT_UINT64 = 204,

        /** TFT_INT8 value */
        TFT_INT8 = 205,

        /** TFT_INT16 value */
        TFT_INT16 = 206,

        /** TFT_INT32 value */
        TFT_INT32 = 207,

        /** TFT_INT64 value */
        TFT_INT64 = 208,

        /** TFT_HALF value */
        TFT_HALF = 209,

        /** TFT_FLOAT value */
        TFT_FLOAT = 210,

        /** TFT_DOUBLE value */
        TFT_DOUBLE = 211,

        /** TFT_BFLOAT16 value */
        TFT_BFLOAT16 = 215,

        /** TFT_COMPLEX64 value */
        TFT_COMPLEX64 = 212,

        /** TFT_COMPLEX128 value */
        TFT_COMPLEX128 = 213,

        /** TFT_STRING value */
        TFT_STRING = 214,

        /** TFT_DATASET value */
        TFT_DATASET = 10102,

        /** TFT_RAGGED value */
        TFT_RAGGED = 10103,

        /** TFT_ITERATOR value */
        TFT_ITERATOR = 10104,

        /** TFT_MUTEX_LOCK value */
        TFT_MUTEX_LOCK = 10202,

        /** TFT_LEGACY_VARIANT value */
        TFT_LEGACY_VARIANT = 10203
    }

    /**
     * Properties of a FullTypeDef.
     * @deprecated Use tensorboard.FullTypeDef.$Properties instead.
     */
    interface IFullTypeDef extends tensorboard.FullTypeDef.$Properties {
    }

    /** Represents a FullTypeDef. */
    class FullTypeDef {

        /**
         * Constructs a new FullTypeDef.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.FullTypeDef.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** FullTypeDef typeId. */
        typeId: tensorboard.FullTypeId;

        /** FullTypeDef args. */
        args: tensorboard.FullTypeDef.$Properties[];

        /** FullTypeDef s. */
        s?: (string|null);

        /** FullTypeDef i. */
        i?: (number|null);

        /** FullTypeDef attr. */
        attr?: ("s"|"i");

        /**
         * Creates a new FullTypeDef instance using the specified properties.
         * @param [properties] Properties to set
         * @returns FullTypeDef instance
         */
        static create(properties: tensorboard.FullTypeDef.$Shape): tensorboard.FullTypeDef & tensorboard.FullTypeDef.$Shape;
        static create(properties?: tensorboard.FullTypeDef.$Properties): tensorboard.FullTypeDef;

        /**
         * Encodes the specified FullTypeDef message. Does not implicitly {@link tensorboard.FullTypeDef.verify|verify} messages.
         * @param message FullTypeDef message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.FullTypeDef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a FullTypeDef message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.FullTypeDef & tensorboard.FullTypeDef.$Shape} FullTypeDef
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.FullTypeDef & tensorboard.FullTypeDef.$Shape;
    }

    namespace FullTypeDef {

        /** Properties of a FullTypeDef. */
        interface $Properties {

            /** FullTypeDef typeId */
            typeId?: (tensorboard.FullTypeId|null);

            /** FullTypeDef args */
            args?: (tensorboard.FullTypeDef.$Properties[]|null);

            /** FullTypeDef s */
            s?: (string|null);

            /** FullTypeDef i */
            i?: (number|null);

            /** FullTypeDef attr */
            attr?: ("s"|"i");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a FullTypeDef. */
        type $Shape = {
          typeId?: tensorboard.FullTypeId|null;
          args?: tensorboard.FullTypeDef.$Shape[]|null;
          s?: string|null;
          i?: number|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ attr?: undefined; s?: null; i?: null }|{ attr?: "s"; s: string; i?: null }|{ attr?: "i"; s?: null; i: number })
        );
    }

    /**
     * Properties of an OpDef.
     * @deprecated Use tensorboard.OpDef.$Properties instead.
     */
    interface IOpDef extends tensorboard.OpDef.$Properties {
    }

    /** Represents an OpDef. */
    class OpDef {

        /**
         * Constructs a new OpDef.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.OpDef.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** OpDef name. */
        name: string;

        /** OpDef inputArg. */
        inputArg: tensorboard.OpDef.ArgDef.$Properties[];

        /** OpDef outputArg. */
        outputArg: tensorboard.OpDef.ArgDef.$Properties[];

        /** OpDef controlOutput. */
        controlOutput: string[];

        /** OpDef attr. */
        attr: tensorboard.OpDef.AttrDef.$Properties[];

        /** OpDef deprecation. */
        deprecation?: (tensorboard.OpDeprecation.$Properties|null);

        /** OpDef summary. */
        summary: string;

        /** OpDef description. */
        description: string;

        /** OpDef isCommutative. */
        isCommutative: boolean;

        /** OpDef isAggregate. */
        isAggregate: boolean;

        /** OpDef isStateful. */
        isStateful: boolean;

        /** OpDef allowsUninitializedInput. */
        allowsUninitializedInput: boolean;

        /** OpDef isDistributedCommunication. */
        isDistributedCommunication: boolean;

        /**
         * Creates a new OpDef instance using the specified properties.
         * @param [properties] Properties to set
         * @returns OpDef instance
         */
        static create(properties: tensorboard.OpDef.$Shape): tensorboard.OpDef & tensorboard.OpDef.$Shape;
        static create(properties?: tensorboard.OpDef.$Properties): tensorboard.OpDef;

        /**
         * Encodes the specified OpDef message. Does not implicitly {@link tensorboard.OpDef.verify|verify} messages.
         * @param message OpDef message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.OpDef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an OpDef message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.OpDef & tensorboard.OpDef.$Shape} OpDef
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.OpDef & tensorboard.OpDef.$Shape;
    }

    namespace OpDef {

        /** Properties of an OpDef. */
        interface $Properties {

            /** OpDef name */
            name?: (string|null);

            /** OpDef inputArg */
            inputArg?: (tensorboard.OpDef.ArgDef.$Properties[]|null);

            /** OpDef outputArg */
            outputArg?: (tensorboard.OpDef.ArgDef.$Properties[]|null);

            /** OpDef controlOutput */
            controlOutput?: (string[]|null);

            /** OpDef attr */
            attr?: (tensorboard.OpDef.AttrDef.$Properties[]|null);

            /** OpDef deprecation */
            deprecation?: (tensorboard.OpDeprecation.$Properties|null);

            /** OpDef summary */
            summary?: (string|null);

            /** OpDef description */
            description?: (string|null);

            /** OpDef isCommutative */
            isCommutative?: (boolean|null);

            /** OpDef isAggregate */
            isAggregate?: (boolean|null);

            /** OpDef isStateful */
            isStateful?: (boolean|null);

            /** OpDef allowsUninitializedInput */
            allowsUninitializedInput?: (boolean|null);

            /** OpDef isDistributedCommunication */
            isDistributedCommunication?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an OpDef. */
        type $Shape = {
          name?: string|null;
          inputArg?: tensorboard.OpDef.ArgDef.$Shape[]|null;
          outputArg?: tensorboard.OpDef.ArgDef.$Shape[]|null;
          controlOutput?: string[]|null;
          attr?: tensorboard.OpDef.AttrDef.$Shape[]|null;
          deprecation?: tensorboard.OpDeprecation.$Shape|null;
          summary?: string|null;
          description?: string|null;
          isCommutative?: boolean|null;
          isAggregate?: boolean|null;
          isStateful?: boolean|null;
          allowsUninitializedInput?: boolean|null;
          isDistributedCommunication?: boolean|null;
          $unknowns?: Uint8Array[];
        };

        /**
         * Properties of an ArgDef.
         * @deprecated Use tensorboard.OpDef.ArgDef.$Properties instead.
         */
        interface IArgDef extends tensorboard.OpDef.ArgDef.$Properties {
        }

        /** Represents an ArgDef. */
        class ArgDef {

            /**
             * Constructs a new ArgDef.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.OpDef.ArgDef.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ArgDef name. */
            name: string;

            /** ArgDef description. */
            description: string;

            /** ArgDef type. */
            type: tensorboard.DataType;

            /** ArgDef typeAttr. */
            typeAttr: string;

            /** ArgDef numberAttr. */
            numberAttr: string;

            /** ArgDef typeListAttr. */
            typeListAttr: string;

            /** ArgDef handleData. */
            handleData: tensorboard.ResourceHandleProto.DtypeAndShape.$Properties[];

            /** ArgDef isRef. */
            isRef: boolean;

            /** ArgDef experimentalFullType. */
            experimentalFullType?: (tensorboard.FullTypeDef.$Properties|null);

            /**
             * Creates a new ArgDef instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ArgDef instance
             */
            static create(properties: tensorboard.OpDef.ArgDef.$Shape): tensorboard.OpDef.ArgDef & tensorboard.OpDef.ArgDef.$Shape;
            static create(properties?: tensorboard.OpDef.ArgDef.$Properties): tensorboard.OpDef.ArgDef;

            /**
             * Encodes the specified ArgDef message. Does not implicitly {@link tensorboard.OpDef.ArgDef.verify|verify} messages.
             * @param message ArgDef message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.OpDef.ArgDef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an ArgDef message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.OpDef.ArgDef & tensorboard.OpDef.ArgDef.$Shape} ArgDef
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.OpDef.ArgDef & tensorboard.OpDef.ArgDef.$Shape;
        }

        namespace ArgDef {

            /** Properties of an ArgDef. */
            interface $Properties {

                /** ArgDef name */
                name?: (string|null);

                /** ArgDef description */
                description?: (string|null);

                /** ArgDef type */
                type?: (tensorboard.DataType|null);

                /** ArgDef typeAttr */
                typeAttr?: (string|null);

                /** ArgDef numberAttr */
                numberAttr?: (string|null);

                /** ArgDef typeListAttr */
                typeListAttr?: (string|null);

                /** ArgDef handleData */
                handleData?: (tensorboard.ResourceHandleProto.DtypeAndShape.$Properties[]|null);

                /** ArgDef isRef */
                isRef?: (boolean|null);

                /** ArgDef experimentalFullType */
                experimentalFullType?: (tensorboard.FullTypeDef.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an ArgDef. */
            type $Shape = {
              name?: string|null;
              description?: string|null;
              type?: tensorboard.DataType|null;
              typeAttr?: string|null;
              numberAttr?: string|null;
              typeListAttr?: string|null;
              handleData?: tensorboard.ResourceHandleProto.DtypeAndShape.$Shape[]|null;
              isRef?: boolean|null;
              experimentalFullType?: tensorboard.FullTypeDef.$Shape|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of an AttrDef.
         * @deprecated Use tensorboard.OpDef.AttrDef.$Properties instead.
         */
        interface IAttrDef extends tensorboard.OpDef.AttrDef.$Properties {
        }

        /** Represents an AttrDef. */
        class AttrDef {

            /**
             * Constructs a new AttrDef.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.OpDef.AttrDef.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AttrDef name. */
            name: string;

            /** AttrDef type. */
            type: string;

            /** AttrDef defaultValue. */
            defaultValue?: (tensorboard.AttrValue.$Properties|null);

            /** AttrDef description. */
            description: string;

            /** AttrDef hasMinimum. */
            hasMinimum: boolean;

            /** AttrDef minimum. */
            minimum: number;

            /** AttrDef allowedValues. */
            allowedValues?: (tensorboard.AttrValue.$Properties|null);

            /**
             * Creates a new AttrDef instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AttrDef instance
             */
            static create(properties: tensorboard.OpDef.AttrDef.$Shape): tensorboard.OpDef.AttrDef & tensorboard.OpDef.AttrDef.$Shape;
            static create(properties?: tensorboard.OpDef.AttrDef.$Properties): tensorboard.OpDef.AttrDef;

            /**
             * Encodes the specified AttrDef message. Does not implicitly {@link tensorboard.OpDef.AttrDef.verify|verify} messages.
             * @param message AttrDef message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.OpDef.AttrDef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AttrDef message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.OpDef.AttrDef & tensorboard.OpDef.AttrDef.$Shape} AttrDef
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.OpDef.AttrDef & tensorboard.OpDef.AttrDef.$Shape;
        }

        namespace AttrDef {

            /** Properties of an AttrDef. */
            interface $Properties {

                /** AttrDef name */
                name?: (string|null);

                /** AttrDef type */
                type?: (string|null);

                /** AttrDef defaultValue */
                defaultValue?: (tensorboard.AttrValue.$Properties|null);

                /** AttrDef description */
                description?: (string|null);

                /** AttrDef hasMinimum */
                hasMinimum?: (boolean|null);

                /** AttrDef minimum */
                minimum?: (number|null);

                /** AttrDef allowedValues */
                allowedValues?: (tensorboard.AttrValue.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AttrDef. */
            type $Shape = {
              name?: string|null;
              type?: string|null;
              defaultValue?: tensorboard.AttrValue.$Shape|null;
              description?: string|null;
              hasMinimum?: boolean|null;
              minimum?: number|null;
              allowedValues?: tensorboard.AttrValue.$Shape|null;
              $unknowns?: Uint8Array[];
            };
        }
    }

    /**
     * Properties of an OpDeprecation.
     * @deprecated Use tensorboard.OpDeprecation.$Properties instead.
     */
    interface IOpDeprecation extends tensorboard.OpDeprecation.$Properties {
    }

    /** Represents an OpDeprecation. */
    class OpDeprecation {

        /**
         * Constructs a new OpDeprecation.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.OpDeprecation.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** OpDeprecation version. */
        version: number;

        /** OpDeprecation explanation. */
        explanation: string;

        /**
         * Creates a new OpDeprecation instance using the specified properties.
         * @param [properties] Properties to set
         * @returns OpDeprecation instance
         */
        static create(properties: tensorboard.OpDeprecation.$Shape): tensorboard.OpDeprecation & tensorboard.OpDeprecation.$Shape;
        static create(properties?: tensorboard.OpDeprecation.$Properties): tensorboard.OpDeprecation;

        /**
         * Encodes the specified OpDeprecation message. Does not implicitly {@link tensorboard.OpDeprecation.verify|verify} messages.
         * @param message OpDeprecation message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.OpDeprecation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an OpDeprecation message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.OpDeprecation & tensorboard.OpDeprecation.$Shape} OpDeprecation
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.OpDeprecation & tensorboard.OpDeprecation.$Shape;
    }

    namespace OpDeprecation {

        /** Properties of an OpDeprecation. */
        interface $Properties {

            /** OpDeprecation version */
            version?: (number|null);

            /** OpDeprecation explanation */
            explanation?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an OpDeprecation. */
        type $Shape = tensorboard.OpDeprecation.$Properties;
    }

    /**
     * Properties of a GraphDebugInfo.
     * @deprecated Use tensorboard.GraphDebugInfo.$Properties instead.
     */
    interface IGraphDebugInfo extends tensorboard.GraphDebugInfo.$Properties {
    }

    /** Represents a GraphDebugInfo. */
    class GraphDebugInfo {

        /**
         * Constructs a new GraphDebugInfo.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.GraphDebugInfo.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GraphDebugInfo files. */
        files: string[];

        /** GraphDebugInfo framesById. */
        framesById: { [k: string]: tensorboard.GraphDebugInfo.FileLineCol.$Properties };

        /** GraphDebugInfo tracesById. */
        tracesById: { [k: string]: tensorboard.GraphDebugInfo.StackTrace.$Properties };

        /** GraphDebugInfo traces. */
        traces: { [k: string]: tensorboard.GraphDebugInfo.StackTrace.$Properties };

        /** GraphDebugInfo nameToTraceId. */
        nameToTraceId: { [k: string]: number };

        /**
         * Creates a new GraphDebugInfo instance using the specified properties.
         * @param [properties] Properties to set
         * @returns GraphDebugInfo instance
         */
        static create(properties: tensorboard.GraphDebugInfo.$Shape): tensorboard.GraphDebugInfo & tensorboard.GraphDebugInfo.$Shape;
        static create(properties?: tensorboard.GraphDebugInfo.$Properties): tensorboard.GraphDebugInfo;

        /**
         * Encodes the specified GraphDebugInfo message. Does not implicitly {@link tensorboard.GraphDebugInfo.verify|verify} messages.
         * @param message GraphDebugInfo message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.GraphDebugInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GraphDebugInfo message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.GraphDebugInfo & tensorboard.GraphDebugInfo.$Shape} GraphDebugInfo
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.GraphDebugInfo & tensorboard.GraphDebugInfo.$Shape;
    }

    namespace GraphDebugInfo {

        /** Properties of a GraphDebugInfo. */
        interface $Properties {

            /** GraphDebugInfo files */
            files?: (string[]|null);

            /** GraphDebugInfo framesById */
            framesById?: ({ [k: string]: tensorboard.GraphDebugInfo.FileLineCol.$Properties }|null);

            /** GraphDebugInfo tracesById */
            tracesById?: ({ [k: string]: tensorboard.GraphDebugInfo.StackTrace.$Properties }|null);

            /** GraphDebugInfo traces */
            traces?: ({ [k: string]: tensorboard.GraphDebugInfo.StackTrace.$Properties }|null);

            /** GraphDebugInfo nameToTraceId */
            nameToTraceId?: ({ [k: string]: number }|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GraphDebugInfo. */
        type $Shape = tensorboard.GraphDebugInfo.$Properties;

        /**
         * Properties of a FileLineCol.
         * @deprecated Use tensorboard.GraphDebugInfo.FileLineCol.$Properties instead.
         */
        interface IFileLineCol extends tensorboard.GraphDebugInfo.FileLineCol.$Properties {
        }

        /** Represents a FileLineCol. */
        class FileLineCol {

            /**
             * Constructs a new FileLineCol.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.GraphDebugInfo.FileLineCol.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FileLineCol fileIndex. */
            fileIndex: number;

            /** FileLineCol line. */
            line: number;

            /** FileLineCol col. */
            col: number;

            /** FileLineCol func. */
            func: string;

            /** FileLineCol code. */
            code: string;

            /**
             * Creates a new FileLineCol instance using the specified properties.
             * @param [properties] Properties to set
             * @returns FileLineCol instance
             */
            static create(properties: tensorboard.GraphDebugInfo.FileLineCol.$Shape): tensorboard.GraphDebugInfo.FileLineCol & tensorboard.GraphDebugInfo.FileLineCol.$Shape;
            static create(properties?: tensorboard.GraphDebugInfo.FileLineCol.$Properties): tensorboard.GraphDebugInfo.FileLineCol;

            /**
             * Encodes the specified FileLineCol message. Does not implicitly {@link tensorboard.GraphDebugInfo.FileLineCol.verify|verify} messages.
             * @param message FileLineCol message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.GraphDebugInfo.FileLineCol.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FileLineCol message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.GraphDebugInfo.FileLineCol & tensorboard.GraphDebugInfo.FileLineCol.$Shape} FileLineCol
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.GraphDebugInfo.FileLineCol & tensorboard.GraphDebugInfo.FileLineCol.$Shape;
        }

        namespace FileLineCol {

            /** Properties of a FileLineCol. */
            interface $Properties {

                /** FileLineCol fileIndex */
                fileIndex?: (number|null);

                /** FileLineCol line */
                line?: (number|null);

                /** FileLineCol col */
                col?: (number|null);

                /** FileLineCol func */
                func?: (string|null);

                /** FileLineCol code */
                code?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a FileLineCol. */
            type $Shape = tensorboard.GraphDebugInfo.FileLineCol.$Properties;
        }

        /**
         * Properties of a StackTrace.
         * @deprecated Use tensorboard.GraphDebugInfo.StackTrace.$Properties instead.
         */
        interface IStackTrace extends tensorboard.GraphDebugInfo.StackTrace.$Properties {
        }

        /** Represents a StackTrace. */
        class StackTrace {

            /**
             * Constructs a new StackTrace.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.GraphDebugInfo.StackTrace.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StackTrace fileLineCols. */
            fileLineCols: tensorboard.GraphDebugInfo.FileLineCol.$Properties[];

            /** StackTrace frameId. */
            frameId: number[];

            /**
             * Creates a new StackTrace instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StackTrace instance
             */
            static create(properties: tensorboard.GraphDebugInfo.StackTrace.$Shape): tensorboard.GraphDebugInfo.StackTrace & tensorboard.GraphDebugInfo.StackTrace.$Shape;
            static create(properties?: tensorboard.GraphDebugInfo.StackTrace.$Properties): tensorboard.GraphDebugInfo.StackTrace;

            /**
             * Encodes the specified StackTrace message. Does not implicitly {@link tensorboard.GraphDebugInfo.StackTrace.verify|verify} messages.
             * @param message StackTrace message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.GraphDebugInfo.StackTrace.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StackTrace message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.GraphDebugInfo.StackTrace & tensorboard.GraphDebugInfo.StackTrace.$Shape} StackTrace
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.GraphDebugInfo.StackTrace & tensorboard.GraphDebugInfo.StackTrace.$Shape;
        }

        namespace StackTrace {

            /** Properties of a StackTrace. */
            interface $Properties {

                /** StackTrace fileLineCols */
                fileLineCols?: (tensorboard.GraphDebugInfo.FileLineCol.$Properties[]|null);

                /** StackTrace frameId */
                frameId?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StackTrace. */
            type $Shape = tensorboard.GraphDebugInfo.StackTrace.$Properties;
        }
    }

    /**
     * Properties of a VersionDef.
     * @deprecated Use tensorboard.VersionDef.$Properties instead.
     */
    interface IVersionDef extends tensorboard.VersionDef.$Properties {
    }

    /** Represents a VersionDef. */
    class VersionDef {

        /**
         * Constructs a new VersionDef.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.VersionDef.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** VersionDef producer. */
        producer: number;

        /** VersionDef minConsumer. */
        minConsumer: number;

        /** VersionDef badConsumers. */
        badConsumers: number[];

        /**
         * Creates a new VersionDef instance using the specified properties.
         * @param [properties] Properties to set
         * @returns VersionDef instance
         */
        static create(properties: tensorboard.VersionDef.$Shape): tensorboard.VersionDef & tensorboard.VersionDef.$Shape;
        static create(properties?: tensorboard.VersionDef.$Properties): tensorboard.VersionDef;

        /**
         * Encodes the specified VersionDef message. Does not implicitly {@link tensorboard.VersionDef.verify|verify} messages.
         * @param message VersionDef message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.VersionDef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a VersionDef message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.VersionDef & tensorboard.VersionDef.$Shape} VersionDef
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.VersionDef & tensorboard.VersionDef.$Shape;
    }

    namespace VersionDef {

        /** Properties of a VersionDef. */
        interface $Properties {

            /** VersionDef producer */
            producer?: (number|null);

            /** VersionDef minConsumer */
            minConsumer?: (number|null);

            /** VersionDef badConsumers */
            badConsumers?: (number[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a VersionDef. */
        type $Shape = tensorboard.VersionDef.$Properties;
    }

    /**
     * Properties of a SessionMetadata.
     * @deprecated Use tensorboard.SessionMetadata.$Properties instead.
     */
    interface ISessionMetadata extends tensorboard.SessionMetadata.$Properties {
    }

    /** Represents a SessionMetadata. */
    class SessionMetadata {

        /**
         * Constructs a new SessionMetadata.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.SessionMetadata.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SessionMetadata name. */
        name: string;

        /** SessionMetadata version. */
        version: number;

        /**
         * Creates a new SessionMetadata instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SessionMetadata instance
         */
        static create(properties: tensorboard.SessionMetadata.$Shape): tensorboard.SessionMetadata & tensorboard.SessionMetadata.$Shape;
        static create(properties?: tensorboard.SessionMetadata.$Properties): tensorboard.SessionMetadata;

        /**
         * Encodes the specified SessionMetadata message. Does not implicitly {@link tensorboard.SessionMetadata.verify|verify} messages.
         * @param message SessionMetadata message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.SessionMetadata.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SessionMetadata message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.SessionMetadata & tensorboard.SessionMetadata.$Shape} SessionMetadata
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.SessionMetadata & tensorboard.SessionMetadata.$Shape;
    }

    namespace SessionMetadata {

        /** Properties of a SessionMetadata. */
        interface $Properties {

            /** SessionMetadata name */
            name?: (string|null);

            /** SessionMetadata version */
            version?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SessionMetadata. */
        type $Shape = tensorboard.SessionMetadata.$Properties;
    }

    /**
     * Properties of a RunMetadata.
     * @deprecated Use tensorboard.RunMetadata.$Properties instead.
     */
    interface IRunMetadata extends tensorboard.RunMetadata.$Properties {
    }

    /** Represents a RunMetadata. */
    class RunMetadata {

        /**
         * Constructs a new RunMetadata.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.RunMetadata.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RunMetadata stepStats. */
        stepStats?: (tensorboard.StepStats.$Properties|null);

        /** RunMetadata costGraph. */
        costGraph?: (tensorboard.CostGraphDef.$Properties|null);

        /** RunMetadata partitionGraphs. */
        partitionGraphs: tensorboard.GraphDef.$Properties[];

        /** RunMetadata functionGraphs. */
        functionGraphs: tensorboard.RunMetadata.FunctionGraphs.$Properties[];

        /** RunMetadata sessionMetadata. */
        sessionMetadata?: (tensorboard.SessionMetadata.$Properties|null);

        /**
         * Creates a new RunMetadata instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RunMetadata instance
         */
        static create(properties: tensorboard.RunMetadata.$Shape): tensorboard.RunMetadata & tensorboard.RunMetadata.$Shape;
        static create(properties?: tensorboard.RunMetadata.$Properties): tensorboard.RunMetadata;

        /**
         * Encodes the specified RunMetadata message. Does not implicitly {@link tensorboard.RunMetadata.verify|verify} messages.
         * @param message RunMetadata message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.RunMetadata.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RunMetadata message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.RunMetadata & tensorboard.RunMetadata.$Shape} RunMetadata
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.RunMetadata & tensorboard.RunMetadata.$Shape;
    }

    namespace RunMetadata {

        /** Properties of a RunMetadata. */
        interface $Properties {

            /** RunMetadata stepStats */
            stepStats?: (tensorboard.StepStats.$Properties|null);

            /** RunMetadata costGraph */
            costGraph?: (tensorboard.CostGraphDef.$Properties|null);

            /** RunMetadata partitionGraphs */
            partitionGraphs?: (tensorboard.GraphDef.$Properties[]|null);

            /** RunMetadata functionGraphs */
            functionGraphs?: (tensorboard.RunMetadata.FunctionGraphs.$Properties[]|null);

            /** RunMetadata sessionMetadata */
            sessionMetadata?: (tensorboard.SessionMetadata.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RunMetadata. */
        type $Shape = {
          stepStats?: tensorboard.StepStats.$Shape|null;
          costGraph?: tensorboard.CostGraphDef.$Shape|null;
          partitionGraphs?: tensorboard.GraphDef.$Shape[]|null;
          functionGraphs?: tensorboard.RunMetadata.FunctionGraphs.$Shape[]|null;
          sessionMetadata?: tensorboard.SessionMetadata.$Shape|null;
          $unknowns?: Uint8Array[];
        };

        /**
         * Properties of a FunctionGraphs.
         * @deprecated Use tensorboard.RunMetadata.FunctionGraphs.$Properties instead.
         */
        interface IFunctionGraphs extends tensorboard.RunMetadata.FunctionGraphs.$Properties {
        }

        /** Represents a FunctionGraphs. */
        class FunctionGraphs {

            /**
             * Constructs a new FunctionGraphs.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.RunMetadata.FunctionGraphs.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FunctionGraphs partitionGraphs. */
            partitionGraphs: tensorboard.GraphDef.$Properties[];

            /** FunctionGraphs preOptimizationGraph. */
            preOptimizationGraph?: (tensorboard.GraphDef.$Properties|null);

            /** FunctionGraphs postOptimizationGraph. */
            postOptimizationGraph?: (tensorboard.GraphDef.$Properties|null);

            /**
             * Creates a new FunctionGraphs instance using the specified properties.
             * @param [properties] Properties to set
             * @returns FunctionGraphs instance
             */
            static create(properties: tensorboard.RunMetadata.FunctionGraphs.$Shape): tensorboard.RunMetadata.FunctionGraphs & tensorboard.RunMetadata.FunctionGraphs.$Shape;
            static create(properties?: tensorboard.RunMetadata.FunctionGraphs.$Properties): tensorboard.RunMetadata.FunctionGraphs;

            /**
             * Encodes the specified FunctionGraphs message. Does not implicitly {@link tensorboard.RunMetadata.FunctionGraphs.verify|verify} messages.
             * @param message FunctionGraphs message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.RunMetadata.FunctionGraphs.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FunctionGraphs message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.RunMetadata.FunctionGraphs & tensorboard.RunMetadata.FunctionGraphs.$Shape} FunctionGraphs
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.RunMetadata.FunctionGraphs & tensorboard.RunMetadata.FunctionGraphs.$Shape;
        }

        namespace FunctionGraphs {

            /** Properties of a FunctionGraphs. */
            interface $Properties {

                /** FunctionGraphs partitionGraphs */
                partitionGraphs?: (tensorboard.GraphDef.$Properties[]|null);

                /** FunctionGraphs preOptimizationGraph */
                preOptimizationGraph?: (tensorboard.GraphDef.$Properties|null);

                /** FunctionGraphs postOptimizationGraph */
                postOptimizationGraph?: (tensorboard.GraphDef.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a FunctionGraphs. */
            type $Shape = {
              partitionGraphs?: tensorboard.GraphDef.$Shape[]|null;
              preOptimizationGraph?: tensorboard.GraphDef.$Shape|null;
              postOptimizationGraph?: tensorboard.GraphDef.$Shape|null;
              $unknowns?: Uint8Array[];
            };
        }
    }

    /**
     * Properties of a CostGraphDef.
     * @deprecated Use tensorboard.CostGraphDef.$Properties instead.
     */
    interface ICostGraphDef extends tensorboard.CostGraphDef.$Properties {
    }

    /** Represents a CostGraphDef. */
    class CostGraphDef {

        /**
         * Constructs a new CostGraphDef.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.CostGraphDef.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** CostGraphDef node. */
        node: tensorboard.CostGraphDef.Node.$Properties[];

        /** CostGraphDef cost. */
        cost: tensorboard.CostGraphDef.AggregatedCost.$Properties[];

        /**
         * Creates a new CostGraphDef instance using the specified properties.
         * @param [properties] Properties to set
         * @returns CostGraphDef instance
         */
        static create(properties: tensorboard.CostGraphDef.$Shape): tensorboard.CostGraphDef & tensorboard.CostGraphDef.$Shape;
        static create(properties?: tensorboard.CostGraphDef.$Properties): tensorboard.CostGraphDef;

        /**
         * Encodes the specified CostGraphDef message. Does not implicitly {@link tensorboard.CostGraphDef.verify|verify} messages.
         * @param message CostGraphDef message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.CostGraphDef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a CostGraphDef message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.CostGraphDef & tensorboard.CostGraphDef.$Shape} CostGraphDef
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.CostGraphDef & tensorboard.CostGraphDef.$Shape;
    }

    namespace CostGraphDef {

        /** Properties of a CostGraphDef. */
        interface $Properties {

            /** CostGraphDef node */
            node?: (tensorboard.CostGraphDef.Node.$Properties[]|null);

            /** CostGraphDef cost */
            cost?: (tensorboard.CostGraphDef.AggregatedCost.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a CostGraphDef. */
        type $Shape = tensorboard.CostGraphDef.$Properties;

        /**
         * Properties of a Node.
         * @deprecated Use tensorboard.CostGraphDef.Node.$Properties instead.
         */
        interface INode extends tensorboard.CostGraphDef.Node.$Properties {
        }

        /** Represents a Node. */
        class Node {

            /**
             * Constructs a new Node.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.CostGraphDef.Node.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Node name. */
            name: string;

            /** Node device. */
            device: string;

            /** Node id. */
            id: number;

            /** Node inputInfo. */
            inputInfo: tensorboard.CostGraphDef.Node.InputInfo.$Properties[];

            /** Node outputInfo. */
            outputInfo: tensorboard.CostGraphDef.Node.OutputInfo.$Properties[];

            /** Node temporaryMemorySize. */
            temporaryMemorySize: number;

            /** Node persistentMemorySize. */
            persistentMemorySize: number;

            /** Node hostTempMemorySize. */
            hostTempMemorySize: number;

            /** Node deviceTempMemorySize. */
            deviceTempMemorySize: number;

            /** Node devicePersistentMemorySize. */
            devicePersistentMemorySize: number;

            /** Node computeCost. */
            computeCost: number;

            /** Node computeTime. */
            computeTime: number;

            /** Node memoryTime. */
            memoryTime: number;

            /** Node isFinal. */
            isFinal: boolean;

            /** Node controlInput. */
            controlInput: number[];

            /** Node inaccurate. */
            inaccurate: boolean;

            /**
             * Creates a new Node instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Node instance
             */
            static create(properties: tensorboard.CostGraphDef.Node.$Shape): tensorboard.CostGraphDef.Node & tensorboard.CostGraphDef.Node.$Shape;
            static create(properties?: tensorboard.CostGraphDef.Node.$Properties): tensorboard.CostGraphDef.Node;

            /**
             * Encodes the specified Node message. Does not implicitly {@link tensorboard.CostGraphDef.Node.verify|verify} messages.
             * @param message Node message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.CostGraphDef.Node.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Node message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.CostGraphDef.Node & tensorboard.CostGraphDef.Node.$Shape} Node
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.CostGraphDef.Node & tensorboard.CostGraphDef.Node.$Shape;
        }

        namespace Node {

            /** Properties of a Node. */
            interface $Properties {

                /** Node name */
                name?: (string|null);

                /** Node device */
                device?: (string|null);

                /** Node id */
                id?: (number|null);

                /** Node inputInfo */
                inputInfo?: (tensorboard.CostGraphDef.Node.InputInfo.$Properties[]|null);

                /** Node outputInfo */
                outputInfo?: (tensorboard.CostGraphDef.Node.OutputInfo.$Properties[]|null);

                /** Node temporaryMemorySize */
                temporaryMemorySize?: (number|null);

                /** Node persistentMemorySize */
                persistentMemorySize?: (number|null);

                /** Node hostTempMemorySize */
                hostTempMemorySize?: (number|null);

                /** Node deviceTempMemorySize */
                deviceTempMemorySize?: (number|null);

                /** Node devicePersistentMemorySize */
                devicePersistentMemorySize?: (number|null);

                /** Node computeCost */
                computeCost?: (number|null);

                /** Node computeTime */
                computeTime?: (number|null);

                /** Node memoryTime */
                memoryTime?: (number|null);

                /** Node isFinal */
                isFinal?: (boolean|null);

                /** Node controlInput */
                controlInput?: (number[]|null);

                /** Node inaccurate */
                inaccurate?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Node. */
            type $Shape = tensorboard.CostGraphDef.Node.$Properties;

            /**
             * Properties of an InputInfo.
             * @deprecated Use tensorboard.CostGraphDef.Node.InputInfo.$Properties instead.
             */
            interface IInputInfo extends tensorboard.CostGraphDef.Node.InputInfo.$Properties {
            }

            /** Represents an InputInfo. */
            class InputInfo {

                /**
                 * Constructs a new InputInfo.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: tensorboard.CostGraphDef.Node.InputInfo.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** InputInfo precedingNode. */
                precedingNode: number;

                /** InputInfo precedingPort. */
                precedingPort: number;

                /**
                 * Creates a new InputInfo instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns InputInfo instance
                 */
                static create(properties: tensorboard.CostGraphDef.Node.InputInfo.$Shape): tensorboard.CostGraphDef.Node.InputInfo & tensorboard.CostGraphDef.Node.InputInfo.$Shape;
                static create(properties?: tensorboard.CostGraphDef.Node.InputInfo.$Properties): tensorboard.CostGraphDef.Node.InputInfo;

                /**
                 * Encodes the specified InputInfo message. Does not implicitly {@link tensorboard.CostGraphDef.Node.InputInfo.verify|verify} messages.
                 * @param message InputInfo message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: tensorboard.CostGraphDef.Node.InputInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an InputInfo message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {tensorboard.CostGraphDef.Node.InputInfo & tensorboard.CostGraphDef.Node.InputInfo.$Shape} InputInfo
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.CostGraphDef.Node.InputInfo & tensorboard.CostGraphDef.Node.InputInfo.$Shape;
            }

            namespace InputInfo {

                /** Properties of an InputInfo. */
                interface $Properties {

                    /** InputInfo precedingNode */
                    precedingNode?: (number|null);

                    /** InputInfo precedingPort */
                    precedingPort?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an InputInfo. */
                type $Shape = tensorboard.CostGraphDef.Node.InputInfo.$Properties;
            }

            /**
             * Properties of an OutputInfo.
             * @deprecated Use tensorboard.CostGraphDef.Node.OutputInfo.$Properties instead.
             */
            interface IOutputInfo extends tensorboard.CostGraphDef.Node.OutputInfo.$Properties {
            }

            /** Represents an OutputInfo. */
            class OutputInfo {

                /**
                 * Constructs a new OutputInfo.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: tensorboard.CostGraphDef.Node.OutputInfo.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** OutputInfo size. */
                size: number;

                /** OutputInfo aliasInputPort. */
                aliasInputPort: number;

                /** OutputInfo shape. */
                shape?: (tensorboard.TensorShapeProto.$Properties|null);

                /** OutputInfo dtype. */
                dtype: tensorboard.DataType;

                /**
                 * Creates a new OutputInfo instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns OutputInfo instance
                 */
                static create(properties: tensorboard.CostGraphDef.Node.OutputInfo.$Shape): tensorboard.CostGraphDef.Node.OutputInfo & tensorboard.CostGraphDef.Node.OutputInfo.$Shape;
                static create(properties?: tensorboard.CostGraphDef.Node.OutputInfo.$Properties): tensorboard.CostGraphDef.Node.OutputInfo;

                /**
                 * Encodes the specified OutputInfo message. Does not implicitly {@link tensorboard.CostGraphDef.Node.OutputInfo.verify|verify} messages.
                 * @param message OutputInfo message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: tensorboard.CostGraphDef.Node.OutputInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an OutputInfo message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {tensorboard.CostGraphDef.Node.OutputInfo & tensorboard.CostGraphDef.Node.OutputInfo.$Shape} OutputInfo
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.CostGraphDef.Node.OutputInfo & tensorboard.CostGraphDef.Node.OutputInfo.$Shape;
            }

            namespace OutputInfo {

                /** Properties of an OutputInfo. */
                interface $Properties {

                    /** OutputInfo size */
                    size?: (number|null);

                    /** OutputInfo aliasInputPort */
                    aliasInputPort?: (number|null);

                    /** OutputInfo shape */
                    shape?: (tensorboard.TensorShapeProto.$Properties|null);

                    /** OutputInfo dtype */
                    dtype?: (tensorboard.DataType|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an OutputInfo. */
                type $Shape = tensorboard.CostGraphDef.Node.OutputInfo.$Properties;
            }
        }

        /**
         * Properties of an AggregatedCost.
         * @deprecated Use tensorboard.CostGraphDef.AggregatedCost.$Properties instead.
         */
        interface IAggregatedCost extends tensorboard.CostGraphDef.AggregatedCost.$Properties {
        }

        /** Represents an AggregatedCost. */
        class AggregatedCost {

            /**
             * Constructs a new AggregatedCost.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.CostGraphDef.AggregatedCost.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AggregatedCost cost. */
            cost: number;

            /** AggregatedCost dimension. */
            dimension: string;

            /**
             * Creates a new AggregatedCost instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AggregatedCost instance
             */
            static create(properties: tensorboard.CostGraphDef.AggregatedCost.$Shape): tensorboard.CostGraphDef.AggregatedCost & tensorboard.CostGraphDef.AggregatedCost.$Shape;
            static create(properties?: tensorboard.CostGraphDef.AggregatedCost.$Properties): tensorboard.CostGraphDef.AggregatedCost;

            /**
             * Encodes the specified AggregatedCost message. Does not implicitly {@link tensorboard.CostGraphDef.AggregatedCost.verify|verify} messages.
             * @param message AggregatedCost message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.CostGraphDef.AggregatedCost.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AggregatedCost message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.CostGraphDef.AggregatedCost & tensorboard.CostGraphDef.AggregatedCost.$Shape} AggregatedCost
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.CostGraphDef.AggregatedCost & tensorboard.CostGraphDef.AggregatedCost.$Shape;
        }

        namespace AggregatedCost {

            /** Properties of an AggregatedCost. */
            interface $Properties {

                /** AggregatedCost cost */
                cost?: (number|null);

                /** AggregatedCost dimension */
                dimension?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AggregatedCost. */
            type $Shape = tensorboard.CostGraphDef.AggregatedCost.$Properties;
        }
    }

    /**
     * Properties of an AllocationRecord.
     * @deprecated Use tensorboard.AllocationRecord.$Properties instead.
     */
    interface IAllocationRecord extends tensorboard.AllocationRecord.$Properties {
    }

    /** Represents an AllocationRecord. */
    class AllocationRecord {

        /**
         * Constructs a new AllocationRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.AllocationRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AllocationRecord allocMicros. */
        allocMicros: number;

        /** AllocationRecord allocBytes. */
        allocBytes: number;

        /**
         * Creates a new AllocationRecord instance using the specified properties.
         * @param [properties] Properties to set
         * @returns AllocationRecord instance
         */
        static create(properties: tensorboard.AllocationRecord.$Shape): tensorboard.AllocationRecord & tensorboard.AllocationRecord.$Shape;
        static create(properties?: tensorboard.AllocationRecord.$Properties): tensorboard.AllocationRecord;

        /**
         * Encodes the specified AllocationRecord message. Does not implicitly {@link tensorboard.AllocationRecord.verify|verify} messages.
         * @param message AllocationRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.AllocationRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AllocationRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.AllocationRecord & tensorboard.AllocationRecord.$Shape} AllocationRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.AllocationRecord & tensorboard.AllocationRecord.$Shape;
    }

    namespace AllocationRecord {

        /** Properties of an AllocationRecord. */
        interface $Properties {

            /** AllocationRecord allocMicros */
            allocMicros?: (number|null);

            /** AllocationRecord allocBytes */
            allocBytes?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AllocationRecord. */
        type $Shape = tensorboard.AllocationRecord.$Properties;
    }

    /**
     * Properties of an AllocatorMemoryUsed.
     * @deprecated Use tensorboard.AllocatorMemoryUsed.$Properties instead.
     */
    interface IAllocatorMemoryUsed extends tensorboard.AllocatorMemoryUsed.$Properties {
    }

    /** Represents an AllocatorMemoryUsed. */
    class AllocatorMemoryUsed {

        /**
         * Constructs a new AllocatorMemoryUsed.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.AllocatorMemoryUsed.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AllocatorMemoryUsed allocatorName. */
        allocatorName: string;

        /** AllocatorMemoryUsed totalBytes. */
        totalBytes: number;

        /** AllocatorMemoryUsed peakBytes. */
        peakBytes: number;

        /** AllocatorMemoryUsed liveBytes. */
        liveBytes: number;

        /** AllocatorMemoryUsed allocationRecords. */
        allocationRecords: tensorboard.AllocationRecord.$Properties[];

        /** AllocatorMemoryUsed allocatorBytesInUse. */
        allocatorBytesInUse: number;

        /**
         * Creates a new AllocatorMemoryUsed instance using the specified properties.
         * @param [properties] Properties to set
         * @returns AllocatorMemoryUsed instance
         */
        static create(properties: tensorboard.AllocatorMemoryUsed.$Shape): tensorboard.AllocatorMemoryUsed & tensorboard.AllocatorMemoryUsed.$Shape;
        static create(properties?: tensorboard.AllocatorMemoryUsed.$Properties): tensorboard.AllocatorMemoryUsed;

        /**
         * Encodes the specified AllocatorMemoryUsed message. Does not implicitly {@link tensorboard.AllocatorMemoryUsed.verify|verify} messages.
         * @param message AllocatorMemoryUsed message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.AllocatorMemoryUsed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AllocatorMemoryUsed message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.AllocatorMemoryUsed & tensorboard.AllocatorMemoryUsed.$Shape} AllocatorMemoryUsed
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.AllocatorMemoryUsed & tensorboard.AllocatorMemoryUsed.$Shape;
    }

    namespace AllocatorMemoryUsed {

        /** Properties of an AllocatorMemoryUsed. */
        interface $Properties {

            /** AllocatorMemoryUsed allocatorName */
            allocatorName?: (string|null);

            /** AllocatorMemoryUsed totalBytes */
            totalBytes?: (number|null);

            /** AllocatorMemoryUsed peakBytes */
            peakBytes?: (number|null);

            /** AllocatorMemoryUsed liveBytes */
            liveBytes?: (number|null);

            /** AllocatorMemoryUsed allocationRecords */
            allocationRecords?: (tensorboard.AllocationRecord.$Properties[]|null);

            /** AllocatorMemoryUsed allocatorBytesInUse */
            allocatorBytesInUse?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AllocatorMemoryUsed. */
        type $Shape = tensorboard.AllocatorMemoryUsed.$Properties;
    }

    /**
     * Properties of a NodeOutput.
     * @deprecated Use tensorboard.NodeOutput.$Properties instead.
     */
    interface INodeOutput extends tensorboard.NodeOutput.$Properties {
    }

    /** Represents a NodeOutput. */
    class NodeOutput {

        /**
         * Constructs a new NodeOutput.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.NodeOutput.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** NodeOutput slot. */
        slot: number;

        /** NodeOutput tensorDescription. */
        tensorDescription?: (tensorboard.TensorDescription.$Properties|null);

        /**
         * Creates a new NodeOutput instance using the specified properties.
         * @param [properties] Properties to set
         * @returns NodeOutput instance
         */
        static create(properties: tensorboard.NodeOutput.$Shape): tensorboard.NodeOutput & tensorboard.NodeOutput.$Shape;
        static create(properties?: tensorboard.NodeOutput.$Properties): tensorboard.NodeOutput;

        /**
         * Encodes the specified NodeOutput message. Does not implicitly {@link tensorboard.NodeOutput.verify|verify} messages.
         * @param message NodeOutput message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.NodeOutput.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a NodeOutput message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.NodeOutput & tensorboard.NodeOutput.$Shape} NodeOutput
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.NodeOutput & tensorboard.NodeOutput.$Shape;
    }

    namespace NodeOutput {

        /** Properties of a NodeOutput. */
        interface $Properties {

            /** NodeOutput slot */
            slot?: (number|null);

            /** NodeOutput tensorDescription */
            tensorDescription?: (tensorboard.TensorDescription.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a NodeOutput. */
        type $Shape = tensorboard.NodeOutput.$Properties;
    }

    /**
     * Properties of a MemoryStats.
     * @deprecated Use tensorboard.MemoryStats.$Properties instead.
     */
    interface IMemoryStats extends tensorboard.MemoryStats.$Properties {
    }

    /** Represents a MemoryStats. */
    class MemoryStats {

        /**
         * Constructs a new MemoryStats.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.MemoryStats.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** MemoryStats tempMemorySize. */
        tempMemorySize: number;

        /** MemoryStats persistentMemorySize. */
        persistentMemorySize: number;

        /** MemoryStats persistentTensorAllocIds. */
        persistentTensorAllocIds: number[];

        /** MemoryStats deviceTempMemorySize. */
        deviceTempMemorySize: number;

        /** MemoryStats devicePersistentMemorySize. */
        devicePersistentMemorySize: number;

        /** MemoryStats devicePersistentTensorAllocIds. */
        devicePersistentTensorAllocIds: number[];

        /**
         * Creates a new MemoryStats instance using the specified properties.
         * @param [properties] Properties to set
         * @returns MemoryStats instance
         */
        static create(properties: tensorboard.MemoryStats.$Shape): tensorboard.MemoryStats & tensorboard.MemoryStats.$Shape;
        static create(properties?: tensorboard.MemoryStats.$Properties): tensorboard.MemoryStats;

        /**
         * Encodes the specified MemoryStats message. Does not implicitly {@link tensorboard.MemoryStats.verify|verify} messages.
         * @param message MemoryStats message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.MemoryStats.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a MemoryStats message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.MemoryStats & tensorboard.MemoryStats.$Shape} MemoryStats
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.MemoryStats & tensorboard.MemoryStats.$Shape;
    }

    namespace MemoryStats {

        /** Properties of a MemoryStats. */
        interface $Properties {

            /** MemoryStats tempMemorySize */
            tempMemorySize?: (number|null);

            /** MemoryStats persistentMemorySize */
            persistentMemorySize?: (number|null);

            /** MemoryStats persistentTensorAllocIds */
            persistentTensorAllocIds?: (number[]|null);

            /** MemoryStats deviceTempMemorySize */
            deviceTempMemorySize?: (number|null);

            /** MemoryStats devicePersistentMemorySize */
            devicePersistentMemorySize?: (number|null);

            /** MemoryStats devicePersistentTensorAllocIds */
            devicePersistentTensorAllocIds?: (number[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a MemoryStats. */
        type $Shape = tensorboard.MemoryStats.$Properties;
    }

    /**
     * Properties of a NodeExecStats.
     * @deprecated Use tensorboard.NodeExecStats.$Properties instead.
     */
    interface INodeExecStats extends tensorboard.NodeExecStats.$Properties {
    }

    /** Represents a NodeExecStats. */
    class NodeExecStats {

        /**
         * Constructs a new NodeExecStats.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.NodeExecStats.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** NodeExecStats nodeName. */
        nodeName: string;

        /** NodeExecStats allStartMicros. */
        allStartMicros: number;

        /** NodeExecStats opStartRelMicros. */
        opStartRelMicros: number;

        /** NodeExecStats opEndRelMicros. */
        opEndRelMicros: number;

        /** NodeExecStats allEndRelMicros. */
        allEndRelMicros: number;

        /** NodeExecStats memory. */
        memory: tensorboard.AllocatorMemoryUsed.$Properties[];

        /** NodeExecStats output. */
        output: tensorboard.NodeOutput.$Properties[];

        /** NodeExecStats timelineLabel. */
        timelineLabel: string;

        /** NodeExecStats scheduledMicros. */
        scheduledMicros: number;

        /** NodeExecStats threadId. */
        threadId: number;

        /** NodeExecStats referencedTensor. */
        referencedTensor: tensorboard.AllocationDescription.$Properties[];

        /** NodeExecStats memoryStats. */
        memoryStats?: (tensorboard.MemoryStats.$Properties|null);

        /** NodeExecStats allStartNanos. */
        allStartNanos: number;

        /** NodeExecStats opStartRelNanos. */
        opStartRelNanos: number;

        /** NodeExecStats opEndRelNanos. */
        opEndRelNanos: number;

        /** NodeExecStats allEndRelNanos. */
        allEndRelNanos: number;

        /** NodeExecStats scheduledNanos. */
        scheduledNanos: number;

        /**
         * Creates a new NodeExecStats instance using the specified properties.
         * @param [properties] Properties to set
         * @returns NodeExecStats instance
         */
        static create(properties: tensorboard.NodeExecStats.$Shape): tensorboard.NodeExecStats & tensorboard.NodeExecStats.$Shape;
        static create(properties?: tensorboard.NodeExecStats.$Properties): tensorboard.NodeExecStats;

        /**
         * Encodes the specified NodeExecStats message. Does not implicitly {@link tensorboard.NodeExecStats.verify|verify} messages.
         * @param message NodeExecStats message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.NodeExecStats.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a NodeExecStats message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.NodeExecStats & tensorboard.NodeExecStats.$Shape} NodeExecStats
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.NodeExecStats & tensorboard.NodeExecStats.$Shape;
    }

    namespace NodeExecStats {

        /** Properties of a NodeExecStats. */
        interface $Properties {

            /** NodeExecStats nodeName */
            nodeName?: (string|null);

            /** NodeExecStats allStartMicros */
            allStartMicros?: (number|null);

            /** NodeExecStats opStartRelMicros */
            opStartRelMicros?: (number|null);

            /** NodeExecStats opEndRelMicros */
            opEndRelMicros?: (number|null);

            /** NodeExecStats allEndRelMicros */
            allEndRelMicros?: (number|null);

            /** NodeExecStats memory */
            memory?: (tensorboard.AllocatorMemoryUsed.$Properties[]|null);

            /** NodeExecStats output */
            output?: (tensorboard.NodeOutput.$Properties[]|null);

            /** NodeExecStats timelineLabel */
            timelineLabel?: (string|null);

            /** NodeExecStats scheduledMicros */
            scheduledMicros?: (number|null);

            /** NodeExecStats threadId */
            threadId?: (number|null);

            /** NodeExecStats referencedTensor */
            referencedTensor?: (tensorboard.AllocationDescription.$Properties[]|null);

            /** NodeExecStats memoryStats */
            memoryStats?: (tensorboard.MemoryStats.$Properties|null);

            /** NodeExecStats allStartNanos */
            allStartNanos?: (number|null);

            /** NodeExecStats opStartRelNanos */
            opStartRelNanos?: (number|null);

            /** NodeExecStats opEndRelNanos */
            opEndRelNanos?: (number|null);

            /** NodeExecStats allEndRelNanos */
            allEndRelNanos?: (number|null);

            /** NodeExecStats scheduledNanos */
            scheduledNanos?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a NodeExecStats. */
        type $Shape = tensorboard.NodeExecStats.$Properties;
    }

    /**
     * Properties of a DeviceStepStats.
     * @deprecated Use tensorboard.DeviceStepStats.$Properties instead.
     */
    interface IDeviceStepStats extends tensorboard.DeviceStepStats.$Properties {
    }

    /** Represents a DeviceStepStats. */
    class DeviceStepStats {

        /**
         * Constructs a new DeviceStepStats.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.DeviceStepStats.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** DeviceStepStats device. */
        device: string;

        /** DeviceStepStats nodeStats. */
        nodeStats: tensorboard.NodeExecStats.$Properties[];

        /** DeviceStepStats threadNames. */
        threadNames: { [k: string]: string };

        /**
         * Creates a new DeviceStepStats instance using the specified properties.
         * @param [properties] Properties to set
         * @returns DeviceStepStats instance
         */
        static create(properties: tensorboard.DeviceStepStats.$Shape): tensorboard.DeviceStepStats & tensorboard.DeviceStepStats.$Shape;
        static create(properties?: tensorboard.DeviceStepStats.$Properties): tensorboard.DeviceStepStats;

        /**
         * Encodes the specified DeviceStepStats message. Does not implicitly {@link tensorboard.DeviceStepStats.verify|verify} messages.
         * @param message DeviceStepStats message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.DeviceStepStats.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a DeviceStepStats message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.DeviceStepStats & tensorboard.DeviceStepStats.$Shape} DeviceStepStats
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.DeviceStepStats & tensorboard.DeviceStepStats.$Shape;
    }

    namespace DeviceStepStats {

        /** Properties of a DeviceStepStats. */
        interface $Properties {

            /** DeviceStepStats device */
            device?: (string|null);

            /** DeviceStepStats nodeStats */
            nodeStats?: (tensorboard.NodeExecStats.$Properties[]|null);

            /** DeviceStepStats threadNames */
            threadNames?: ({ [k: string]: string }|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a DeviceStepStats. */
        type $Shape = tensorboard.DeviceStepStats.$Properties;
    }

    /**
     * Properties of a StepStats.
     * @deprecated Use tensorboard.StepStats.$Properties instead.
     */
    interface IStepStats extends tensorboard.StepStats.$Properties {
    }

    /** Represents a StepStats. */
    class StepStats {

        /**
         * Constructs a new StepStats.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.StepStats.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** StepStats devStats. */
        devStats: tensorboard.DeviceStepStats.$Properties[];

        /**
         * Creates a new StepStats instance using the specified properties.
         * @param [properties] Properties to set
         * @returns StepStats instance
         */
        static create(properties: tensorboard.StepStats.$Shape): tensorboard.StepStats & tensorboard.StepStats.$Shape;
        static create(properties?: tensorboard.StepStats.$Properties): tensorboard.StepStats;

        /**
         * Encodes the specified StepStats message. Does not implicitly {@link tensorboard.StepStats.verify|verify} messages.
         * @param message StepStats message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.StepStats.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a StepStats message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.StepStats & tensorboard.StepStats.$Shape} StepStats
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.StepStats & tensorboard.StepStats.$Shape;
    }

    namespace StepStats {

        /** Properties of a StepStats. */
        interface $Properties {

            /** StepStats devStats */
            devStats?: (tensorboard.DeviceStepStats.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a StepStats. */
        type $Shape = tensorboard.StepStats.$Properties;
    }

    /**
     * Properties of an AllocationDescription.
     * @deprecated Use tensorboard.AllocationDescription.$Properties instead.
     */
    interface IAllocationDescription extends tensorboard.AllocationDescription.$Properties {
    }

    /** Represents an AllocationDescription. */
    class AllocationDescription {

        /**
         * Constructs a new AllocationDescription.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.AllocationDescription.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AllocationDescription requestedBytes. */
        requestedBytes: number;

        /** AllocationDescription allocatedBytes. */
        allocatedBytes: number;

        /** AllocationDescription allocatorName. */
        allocatorName: string;

        /** AllocationDescription allocationId. */
        allocationId: number;

        /** AllocationDescription hasSingleReference. */
        hasSingleReference: boolean;

        /** AllocationDescription ptr. */
        ptr: number;

        /**
         * Creates a new AllocationDescription instance using the specified properties.
         * @param [properties] Properties to set
         * @returns AllocationDescription instance
         */
        static create(properties: tensorboard.AllocationDescription.$Shape): tensorboard.AllocationDescription & tensorboard.AllocationDescription.$Shape;
        static create(properties?: tensorboard.AllocationDescription.$Properties): tensorboard.AllocationDescription;

        /**
         * Encodes the specified AllocationDescription message. Does not implicitly {@link tensorboard.AllocationDescription.verify|verify} messages.
         * @param message AllocationDescription message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.AllocationDescription.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AllocationDescription message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.AllocationDescription & tensorboard.AllocationDescription.$Shape} AllocationDescription
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.AllocationDescription & tensorboard.AllocationDescription.$Shape;
    }

    namespace AllocationDescription {

        /** Properties of an AllocationDescription. */
        interface $Properties {

            /** AllocationDescription requestedBytes */
            requestedBytes?: (number|null);

            /** AllocationDescription allocatedBytes */
            allocatedBytes?: (number|null);

            /** AllocationDescription allocatorName */
            allocatorName?: (string|null);

            /** AllocationDescription allocationId */
            allocationId?: (number|null);

            /** AllocationDescription hasSingleReference */
            hasSingleReference?: (boolean|null);

            /** AllocationDescription ptr */
            ptr?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AllocationDescription. */
        type $Shape = tensorboard.AllocationDescription.$Properties;
    }

    /**
     * Properties of a TensorDescription.
     * @deprecated Use tensorboard.TensorDescription.$Properties instead.
     */
    interface ITensorDescription extends tensorboard.TensorDescription.$Properties {
    }

    /** Represents a TensorDescription. */
    class TensorDescription {

        /**
         * Constructs a new TensorDescription.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.TensorDescription.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** TensorDescription dtype. */
        dtype: tensorboard.DataType;

        /** TensorDescription shape. */
        shape?: (tensorboard.TensorShapeProto.$Properties|null);

        /** TensorDescription allocationDescription. */
        allocationDescription?: (tensorboard.AllocationDescription.$Properties|null);

        /**
         * Creates a new TensorDescription instance using the specified properties.
         * @param [properties] Properties to set
         * @returns TensorDescription instance
         */
        static create(properties: tensorboard.TensorDescription.$Shape): tensorboard.TensorDescription & tensorboard.TensorDescription.$Shape;
        static create(properties?: tensorboard.TensorDescription.$Properties): tensorboard.TensorDescription;

        /**
         * Encodes the specified TensorDescription message. Does not implicitly {@link tensorboard.TensorDescription.verify|verify} messages.
         * @param message TensorDescription message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.TensorDescription.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a TensorDescription message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.TensorDescription & tensorboard.TensorDescription.$Shape} TensorDescription
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.TensorDescription & tensorboard.TensorDescription.$Shape;
    }

    namespace TensorDescription {

        /** Properties of a TensorDescription. */
        interface $Properties {

            /** TensorDescription dtype */
            dtype?: (tensorboard.DataType|null);

            /** TensorDescription shape */
            shape?: (tensorboard.TensorShapeProto.$Properties|null);

            /** TensorDescription allocationDescription */
            allocationDescription?: (tensorboard.AllocationDescription.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a TensorDescription. */
        type $Shape = tensorboard.TensorDescription.$Properties;
    }
}
