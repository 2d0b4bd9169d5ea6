package org.gne.io;

import java.nio.file.Path;
import java.util.List;
import org.gne.data.Schema;
import org.gne.data.Schema.Picture;
import org.gne.data.StorageOptions;
import org.jspecify.annotations.Nullable;

/**
 * How an input is read. Immutable; start from {@link #defaults} and change what you need.
 *
 * @param labels a file with the class of each row, or null
 * @param limit the largest number of rows to read, at least 1
 * @param columns which columns of a table are used, and for what
 * @param text how a text table is read
 * @param fileColumn the name of a column that holds the name of each row's file, if several files are read, or null
 * @param array the name of the array with the rows, of the sheet of an Excel file, or of the file of an
 *     archive; null for the only array or file, or the first sheet
 * @param picture the image that each row of a file of numbers is; for image files, the size they are resized to; or
 *     null
 * @param schema what a row must be, or null. With a schema, columns are found by name
 * @param labelType whether labels are classes or numbers, or null to find out
 * @param strict with a schema, whether unknown categories and absent columns are errors; else they are missing values
 * @param storage where rows are stored
 * @param address how inputs that are addresses are read
 * @param listener receives the progress
 * @param texts the columns of a table whose texts become vectors, or null
 * @param known with a schema, for rows that are added to a map: the columns that the map has seen and left out,
 *     with {@code *} for any part of a name. Categories and columns
 *     of a table that are neither in the schema nor among these are added to the row; null to read the schema alone
 */
public record ReadOptions(
        @Nullable Path labels,
        int limit,
        ColumnChoice columns,
        TextOptions text,
        @Nullable String fileColumn,
        @Nullable String array,
        @Nullable Picture picture,
        @Nullable Schema schema,
        @Nullable LabelType labelType,
        boolean strict,
        StorageOptions storage,
        AddressOptions address,
        ReadListener listener,
        @Nullable TextChoice texts,
        @Nullable List<String> known) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the limit is below 1
     */
    public ReadOptions {
        if (limit < 1) {
            throw new IllegalArgumentException("limit: found " + limit + ", expected at least 1");
        }
    }

    /** Reads all rows; everything else is found from the input. */
    public static ReadOptions defaults() {
        return new ReadOptions(
                null,
                Integer.MAX_VALUE,
                ColumnChoice.ALL,
                TextOptions.FOUND,
                null,
                null,
                null,
                null,
                null,
                false,
                StorageOptions.automatic(),
                AddressOptions.DEFAULTS,
                ReadListener.NONE,
                null,
                null);
    }

    /** The same options with another file with the class of each row, or null for none. */
    public ReadOptions withLabels(@Nullable Path value) {
        return new ReadOptions(
                value,
                limit,
                columns,
                text,
                fileColumn,
                array,
                picture,
                schema,
                labelType,
                strict,
                storage,
                address,
                listener,
                texts,
                known);
    }

    /** The same options with another largest number of rows, at least 1. */
    public ReadOptions withLimit(int value) {
        return new ReadOptions(
                labels,
                value,
                columns,
                text,
                fileColumn,
                array,
                picture,
                schema,
                labelType,
                strict,
                storage,
                address,
                listener,
                texts,
                known);
    }

    /** The same options with another use of the columns of a table. */
    public ReadOptions withColumns(ColumnChoice value) {
        return new ReadOptions(
                labels,
                limit,
                value,
                text,
                fileColumn,
                array,
                picture,
                schema,
                labelType,
                strict,
                storage,
                address,
                listener,
                texts,
                known);
    }

    /** The same options with another form of a text table. */
    public ReadOptions withText(TextOptions value) {
        return new ReadOptions(
                labels,
                limit,
                columns,
                value,
                fileColumn,
                array,
                picture,
                schema,
                labelType,
                strict,
                storage,
                address,
                listener,
                texts,
                known);
    }

    /** The same options, but with {@link TextOptions#header}. */
    public ReadOptions withHeader(@Nullable Boolean value) {
        return withText(text.withHeader(value));
    }

    /** The same options, but with {@link TextOptions#delimiter}. */
    public ReadOptions withDelimiter(@Nullable Character value) {
        return withText(text.withDelimiter(value));
    }

    /** The same options with another name of the column of files, or null for none. */
    public ReadOptions withFileColumn(@Nullable String value) {
        return new ReadOptions(
                labels, limit, columns, text, value, array, picture, schema, labelType, strict, storage, address,
                listener, texts, known);
    }

    /** The same options with another array, sheet or file of an archive by its name; null for the only or first one. */
    public ReadOptions withArray(@Nullable String value) {
        return new ReadOptions(
                labels,
                limit,
                columns,
                text,
                fileColumn,
                value,
                picture,
                schema,
                labelType,
                strict,
                storage,
                address,
                listener,
                texts,
                known);
    }

    /** The same options with another size of images, or null to find out. */
    public ReadOptions withPicture(@Nullable Picture value) {
        return new ReadOptions(
                labels,
                limit,
                columns,
                text,
                fileColumn,
                array,
                value,
                schema,
                labelType,
                strict,
                storage,
                address,
                listener,
                texts,
                known);
    }

    /** The same options for rows of a model: {@link #schema}. */
    public ReadOptions withSchema(@Nullable Schema value) {
        return new ReadOptions(
                labels,
                limit,
                columns,
                text,
                fileColumn,
                array,
                picture,
                value,
                labelType,
                strict,
                storage,
                address,
                listener,
                texts,
                known);
    }

    /** The same options with another kind of labels, or null to find out. */
    public ReadOptions withLabelType(@Nullable LabelType value) {
        return new ReadOptions(
                labels,
                limit,
                columns,
                text,
                fileColumn,
                array,
                picture,
                schema,
                value,
                strict,
                storage,
                address,
                listener,
                texts,
                known);
    }

    /**
     * The same options with unknown categories and absent columns as errors, or as missing values; only with a schema.
     */
    public ReadOptions withStrict(boolean value) {
        return new ReadOptions(
                labels,
                limit,
                columns,
                text,
                fileColumn,
                array,
                picture,
                schema,
                labelType,
                value,
                storage,
                address,
                listener,
                texts,
                known);
    }

    /** The same options with another place for the rows. */
    public ReadOptions withStorage(StorageOptions value) {
        return new ReadOptions(
                labels,
                limit,
                columns,
                text,
                fileColumn,
                array,
                picture,
                schema,
                labelType,
                strict,
                value,
                address,
                listener,
                texts,
                known);
    }

    /** The same options, but with {@link #address}. */
    public ReadOptions withAddress(AddressOptions value) {
        return new ReadOptions(
                labels,
                limit,
                columns,
                text,
                fileColumn,
                array,
                picture,
                schema,
                labelType,
                strict,
                storage,
                value,
                listener,
                texts,
                known);
    }

    /** The same options, but with {@link #listener}. */
    public ReadOptions withListener(ReadListener value) {
        return new ReadOptions(
                labels,
                limit,
                columns,
                text,
                fileColumn,
                array,
                picture,
                schema,
                labelType,
                strict,
                storage,
                address,
                value,
                texts,
                known);
    }

    /** The same options, but with {@link #texts}. */
    public ReadOptions withTexts(@Nullable TextChoice value) {
        return new ReadOptions(
                labels,
                limit,
                columns,
                text,
                fileColumn,
                array,
                picture,
                schema,
                labelType,
                strict,
                storage,
                address,
                listener,
                value,
                known);
    }

    /**
     * The same options for rows that are added to a map.
     *
     * @param model the schema of the map
     * @param leftOut the columns that the map has seen and left out; {@code *} stands for any part of a name
     */
    public ReadOptions growing(Schema model, List<String> leftOut) {
        return new ReadOptions(
                labels,
                limit,
                columns,
                text,
                fileColumn,
                array,
                picture,
                model,
                labelType,
                strict,
                storage,
                address,
                listener,
                texts,
                List.copyOf(leftOut));
    }

    /**
     * Rejects a choice of columns, for inputs that are not tables.
     *
     * @throws InputException if columns were chosen
     */
    public void requireNoColumns(String name, String kind) {
        if (texts != null) {
            throw new InputException(name + ": is " + kind + ", which has no column of texts, expected a table (CSV,"
                    + " Parquet, SQL ...), a .txt file or a folder of them");
        }
        if (!columns.equals(ColumnChoice.ALL)) {
            throw new InputException(name + ": is " + kind + ", which has no columns to choose from, expected a table"
                    + " (CSV, Parquet, SQL ...)");
        }
    }

    /**
     * Rejects a choice of an array, for inputs without named arrays.
     *
     * @throws InputException if an array was chosen
     */
    public void requireNoArray(String name) {
        if (array != null) {
            throw new InputException(name + ": has no arrays or sheets to choose '" + array
                    + "' from, expected .npz, safetensors or Excel with --array");
        }
    }
}
